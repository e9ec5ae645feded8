import type { CommandKind } from "@/lib/world/schema";
import type { WorldView } from "@/lib/world/view-schema";

export type WorldResource = WorldView["state"]["resources"][number];

/** What a form's choices are made of. */
export interface FormContext {
  resources: readonly WorldResource[];
  /** Names that the imported inventory has; empty before an import. */
  clusters: readonly string[];
  datastores: readonly string[];
  switches: readonly string[];
  networks: readonly string[];
  /** Blocks in use on-premises, as the project lists them. */
  onPremisesNetworks: readonly string[];
}

export type FormValues = Record<string, unknown>;

/** A choice with its own words, or one that is named by `messages` (`<namespace>.options.<field>.<value>`). */
export interface FieldOption {
  value: string;
  label?: string;
}

interface FieldBase {
  /** Where the value lies in the payload; `underlay.mtuBytes` for a nested one. */
  path: string;
  /** Shown only where it means something, for instance for one generation of private clouds. */
  when?: (values: FormValues) => boolean;
  /** The value while it is not shown, so that nothing hidden is sent. */
  hiddenValue?: null;
}

/**
 * One field of a set-up form. Forms are made of these, so that a new field of a payload is a line
 * here and its words in the messages.
 */
export type FieldSpec = FieldBase &
  (
    | { control: "text"; nullable?: boolean; suggestions?: (context: FormContext) => string[] }
    | { control: "number"; unit?: string; decimals?: boolean }
    /** A ratio of 0 to 1, entered as percent. */
    | { control: "percent" }
    | { control: "switch" }
    /** A value that the product allows only one of. */
    | { control: "fixed"; value: string }
    | {
        control: "select";
        options: (context: FormContext, values: FormValues) => FieldOption[];
        /** Another value than those offered can be typed. */
        free?: boolean;
      }
    | {
        control: "multiSelect";
        options: (context: FormContext, values: FormValues) => FieldOption[];
        free?: boolean;
      }
  );

/** The form of one command. */
export interface CommandForm {
  kind: CommandKind;
  fields: readonly FieldSpec[];
}

/** Names of the resources of a kind, as choices. */
export function namesOf(kind: WorldResource["kind"]) {
  return (context: FormContext): FieldOption[] =>
    context.resources
      .filter((resource) => resource.kind === kind)
      .map(({ name }) => ({ value: name, label: name }));
}

/** Values that the messages name. */
export function named(values: readonly string[]) {
  return (): FieldOption[] => values.map((value) => ({ value }));
}

/** Values that name themselves: product names and names of the inventory. */
export function literal(values: readonly string[]): FieldOption[] {
  return values.map((value) => ({ value, label: value }));
}
