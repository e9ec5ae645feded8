import {
  type ActionIconProps,
  type AlertProps,
  type AnchorProps,
  type BadgeProps,
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerProps,
  type InputProps,
  type MantineColorsTuple,
  type MantineThemeComponents,
  type MenuProps,
  type ModalProps,
  type PaperProps,
  type PopoverProps,
  type PortalProps,
  type TableProps,
  type TabsProps,
  type TooltipProps,
} from "@mantine/core";

/** The Azure portal's communication blue, #0078d4 in the place that filled controls take. */
const azure: MantineColorsTuple = [
  "#eff6fc",
  "#deecf9",
  "#c7e0f4",
  "#a3cff0",
  "#6cb8f6",
  "#2b88d8",
  "#0078d4",
  "#106ebe",
  "#005a9e",
  "#004578",
];

/** Fluent neutrals, warm greys as in the portal. */
const gray: MantineColorsTuple = [
  "#faf9f8",
  "#f3f2f1",
  "#edebe9",
  "#e1dfdd",
  "#c8c6c4",
  "#8a8886",
  "#605e5c",
  "#484644",
  "#323130",
  "#201f1e",
];

const dark: MantineColorsTuple = [
  "#f3f2f1",
  "#d2d0ce",
  "#b8b5b2",
  "#a19f9d",
  "#4a4846",
  "#343331",
  "#252423",
  "#1b1a19",
  "#141312",
  "#0f0e0e",
];

const fontFamily =
  '"Segoe UI", "Segoe UI Variable", "Helvetica Neue", Arial, "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif';

/** A panel is a page of its own: its title is a heading to the eye as well. */
const panelTitle = { fontSize: "1rem", fontWeight: 600 };

/**
 * How components look unless told otherwise. By name and not by `Component.extend()`, which would bring the script of
 * every one of them to every page.
 */
const components: MantineThemeComponents = {
  ActionIcon: {
    defaultProps: { variant: "subtle", color: "gray" } satisfies Partial<ActionIconProps>,
  },
  Alert: { defaultProps: { variant: "light", radius: "xs" } satisfies Partial<AlertProps> },
  Anchor: { defaultProps: { underline: "hover", inherit: true } satisfies Partial<AnchorProps> },
  Badge: {
    defaultProps: {
      variant: "light",
      radius: "xs",
      tt: "none",
      fw: 600,
    } satisfies Partial<BadgeProps>,
    // On a line of text, and in a row of a list.
    styles: { root: { verticalAlign: "middle" } },
  },
  Button: { defaultProps: { size: "xs", fw: 600 } satisfies Partial<ButtonProps> },
  // Inside the page's main, a fixed frame without a start would begin where main begins.
  Drawer: {
    defaultProps: { closeButtonProps: { size: "md" } } satisfies Partial<DrawerProps>,
    styles: { inner: { insetInlineStart: 0 }, title: panelTitle },
  },
  Input: { defaultProps: { size: "sm" } satisfies Partial<InputProps> },
  // Focus goes to the first item: Mantine's placeholder is a child that a menu may not have.
  Menu: {
    defaultProps: {
      shadow: "md",
      radius: "xs",
      withInitialFocusPlaceholder: false,
    } satisfies Partial<MenuProps>,
  },
  Modal: {
    defaultProps: { centered: true, radius: "xs" } satisfies Partial<ModalProps>,
    styles: { inner: { insetInlineStart: 0 }, title: panelTitle },
  },
  Paper: { defaultProps: { radius: "xs" } satisfies Partial<PaperProps> },
  Popover: { defaultProps: { shadow: "md", radius: "xs" } satisfies Partial<PopoverProps> },
  // Menus and dialogs belong to the page's landmark; every page's main has this id.
  Portal: { defaultProps: { target: "#main" } satisfies Partial<PortalProps> },
  Spotlight: { styles: { inner: { insetInlineStart: 0 } } },
  // The list of the search scrolls when there are many projects; its options take no focus of their own.
  SpotlightActionsList: { defaultProps: { viewportProps: { tabIndex: 0 } } },
  Table: {
    defaultProps: {
      verticalSpacing: 6,
      horizontalSpacing: "sm",
      fz: "sm",
    } satisfies Partial<TableProps>,
  },
  // Tabs stay in one line and scroll on narrow screens; what scrolls would cut a ring outside of them off.
  Tabs: {
    defaultProps: { radius: 0 } satisfies Partial<TabsProps>,
    styles: {
      list: {
        flexWrap: "nowrap",
        overflowX: "auto",
        paddingBottom: "2px",
        scrollbarWidth: "none",
      },
      tab: { flexShrink: 0, outlineOffset: "-2px" },
    },
  },
  Tooltip: {
    defaultProps: {
      multiline: true,
      maw: 320,
      openDelay: 200,
      fz: "xs",
      // What a pointer is told, keys and fingers are told too.
      events: { hover: true, focus: true, touch: true },
    } satisfies Partial<TooltipProps>,
  },
};

export const theme = createTheme({
  primaryColor: "azure",
  primaryShade: 6,
  colors: { azure, gray, dark },
  black: "#242322",
  fontFamily,
  fontFamilyMonospace: 'Consolas, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
  headings: {
    fontFamily,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.75rem" },
      h2: { fontSize: "1.125rem", lineHeight: "1.5rem" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.25rem" },
      h4: { fontSize: "0.875rem", lineHeight: "1.25rem" },
    },
  },
  fontSizes: {
    xs: "0.75rem",
    sm: "0.8125rem",
    md: "0.875rem",
    lg: "1rem",
    xl: "1.25rem",
  },
  spacing: { xs: "0.375rem", sm: "0.625rem", md: "0.875rem", lg: "1.25rem", xl: "1.75rem" },
  radius: { xs: "2px", sm: "2px", md: "2px", lg: "4px", xl: "4px" },
  defaultRadius: "xs",
  focusRing: "always",
  respectReducedMotion: true,
  cursorType: "pointer",
  components,
});

interface Tone {
  background: string;
  text: string;
}

/**
 * Soft fills with text of at least 4.5:1 on them (WCAG 2.2, 1.4.3). Mantine's own light variants
 * fall short of it in both themes, so every colour that the product uses is set here.
 */
const lightTones: Record<string, Tone> = {
  azure: { background: "#deecf9", text: "#004578" },
  blue: { background: "#deecf9", text: "#004578" },
  gray: { background: "#edebe9", text: "#3b3a39" },
  green: { background: "#dff6dd", text: "#0b5a08" },
  teal: { background: "#d5f4f2", text: "#00504c" },
  yellow: { background: "#fff4ce", text: "#6b4700" },
  orange: { background: "#fde6d3", text: "#7a3203" },
  red: { background: "#fde7e9", text: "#8f1d21" },
  violet: { background: "#ece5f8", text: "#4b2a85" },
  grape: { background: "#f6e3f8", text: "#6b1f78" },
};

const darkTones: Record<string, Tone> = {
  azure: { background: "#0d304d", text: "#b4d9fa" },
  blue: { background: "#0d304d", text: "#b4d9fa" },
  gray: { background: "#3a3836", text: "#e4e2e0" },
  green: { background: "#11351a", text: "#a6e3a0" },
  teal: { background: "#0c3836", text: "#94e3dd" },
  yellow: { background: "#41320a", text: "#fbdc8a" },
  orange: { background: "#462610", text: "#fcc59a" },
  red: { background: "#4a1a1d", text: "#fbb6ba" },
  violet: { background: "#33234f", text: "#d6c3f9" },
  grape: { background: "#43204a", text: "#edc0f5" },
};

function toneVariables(tones: Record<string, Tone>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tones).flatMap(([name, tone]) => [
      [`--mantine-color-${name}-light`, tone.background],
      [`--mantine-color-${name}-light-hover`, tone.background],
      [`--mantine-color-${name}-light-color`, tone.text],
      [`--mantine-color-${name}-outline`, tone.text],
      [`--mantine-color-${name}-text`, tone.text],
    ]),
  );
}

/** Sets the colours that pass contrast checks, and the portal's surfaces, in both themes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { "--lf-header-height": "40px" },
  light: {
    ...toneVariables(lightTones),
    "--mantine-color-dimmed": "#5c5a58",
    "--mantine-color-placeholder": "#696765",
    "--mantine-color-anchor": "#0062ad",
    "--mantine-color-error": "#a4262c",
    "--mantine-color-default-border": "#d2d0ce",
    "--lf-surface": "#ffffff",
    "--lf-surface-raised": "#ffffff",
    "--lf-surface-sunken": "#faf9f8",
    "--lf-hover": "#f3f2f1",
    "--lf-selected": "#e5f1fb",
    "--lf-border": "#e1dfdd",
    "--lf-border-strong": "#8a8886",
    "--lf-header": "#0078d4",
    "--lf-header-text": "#ffffff",
    "--lf-header-hover": "#005a9e",
    "--lf-accent": "#0078d4",
    "--lf-focus": "#0f1f2e",
    "--lf-success": "#107c10",
    "--lf-warning": "#b3560b",
    "--lf-danger": "#c4262e",
    "--lf-info": "#0078d4",
    "--lf-neutral": "#6f6d6b",
    "--lf-series-1": "#0078d4",
    "--lf-series-2": "#c2570c",
    "--lf-series-3": "#0b7d6e",
    "--lf-series-4": "#8250c4",
    "--lf-series-5": "#b8306a",
    "--lf-series-6": "#6f7413",
    "--lf-series-7": "#4a5d78",
    "--lf-series-8": "#9a5b3c",
  },
  dark: {
    ...toneVariables(darkTones),
    "--mantine-color-dimmed": "#bebbb8",
    "--mantine-color-placeholder": "#a6a3a0",
    "--mantine-color-anchor": "#6cb8f6",
    "--mantine-color-error": "#f79aa0",
    "--mantine-color-default-border": "#4a4846",
    "--lf-surface": "#1b1a19",
    "--lf-surface-raised": "#252423",
    "--lf-surface-sunken": "#141312",
    "--lf-hover": "#2d2c2a",
    "--lf-selected": "#10304a",
    "--lf-border": "#3b3a38",
    "--lf-border-strong": "#8a8886",
    "--lf-header": "#0f0e0e",
    "--lf-header-text": "#f3f2f1",
    "--lf-header-hover": "#343331",
    "--lf-accent": "#4aa3ee",
    "--lf-focus": "#ffffff",
    "--lf-success": "#6ccb5f",
    "--lf-warning": "#f7a85e",
    "--lf-danger": "#f1707b",
    "--lf-info": "#6cb8f6",
    "--lf-neutral": "#a6a3a0",
    "--lf-series-1": "#4aa3ee",
    "--lf-series-2": "#f0924a",
    "--lf-series-3": "#3fc1ae",
    "--lf-series-4": "#b794f0",
    "--lf-series-5": "#f07fae",
    "--lf-series-6": "#c3c94f",
    "--lf-series-7": "#9db4d3",
    "--lf-series-8": "#d9a184",
  },
});
