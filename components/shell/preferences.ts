export const languages = ["en", "ko"] as const;

/** The themes that a person can choose, each with the message that names it. */
export const themes = [
  { id: "light", label: "themeLight" },
  { id: "dark", label: "themeDark" },
  { id: "auto", label: "themeAuto" },
] as const;
