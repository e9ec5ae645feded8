import type { Command } from "@/components/ui/command-bar";
import { projectSections, type SectionId, sectionHref } from "./sections";

/** A command that leads to another part of the project, with that part's sign. */
export function sectionCommand(projectId: string, section: SectionId, label: string): Command {
  const Icon = projectSections.find(({ id }) => id === section)?.Icon;
  return {
    id: section,
    label,
    icon: Icon ? <Icon size={16} aria-hidden /> : null,
    href: sectionHref(projectId, section),
  };
}
