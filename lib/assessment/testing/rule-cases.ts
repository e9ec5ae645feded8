import type { RuleCase } from "./case-rows";
import { ESTATE_CASES } from "./rule-cases-estate";
import { GUEST_CASES } from "./rule-cases-guest";
import { HARDWARE_CASES } from "./rule-cases-hardware";

export const RULE_CASES: Readonly<Record<string, RuleCase>> = {
  ...HARDWARE_CASES,
  ...GUEST_CASES,
  ...ESTATE_CASES,
};
