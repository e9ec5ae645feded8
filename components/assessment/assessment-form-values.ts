import type { FieldProblem } from "@/components/ui/error-sentence";
import { problemsOf } from "@/components/ui/schema-problems";
import { createAssessmentSchema } from "@/lib/assessment/record-schema";
import type { AssessmentSettings, SettingsProblem } from "@/lib/assessment/schema";
import { checkSettings } from "@/lib/assessment/settings-problems";

export interface AssessmentFormValues extends Record<string, unknown> {
  name: string;
  settings: AssessmentSettings;
}

/** Paths of the fields that show a problem of a whole setting. */
const FIELD_OF_SETTING: Readonly<Partial<Record<keyof AssessmentSettings, string>>> = {
  savingsSettings: "savingsSettings.savingsOptions",
};

function fieldPath(setting: keyof AssessmentSettings): string {
  return `settings.${FIELD_OF_SETTING[setting] ?? setting}`;
}

/** Everything that the server would refuse, by the same schema and rules as there. */
export function formProblems(values: AssessmentFormValues): FieldProblem[] {
  const problems = problemsOf(createAssessmentSchema, values);
  if (problems.length > 0) return problems;
  return checkSettings(values.settings)
    .filter(({ severity }) => severity === "error")
    .map(({ setting, code }) => ({ path: fieldPath(setting), code }));
}

/** What is taken but may surprise, by field path. Blank while the settings are not legal. */
export function formWarnings(values: AssessmentFormValues): Map<string, SettingsProblem["code"]> {
  if (problemsOf(createAssessmentSchema, values).length > 0) return new Map();
  return new Map(
    checkSettings(values.settings)
      .filter(({ severity }) => severity === "warning")
      .map(({ setting, code }) => [fieldPath(setting), code] as const),
  );
}
