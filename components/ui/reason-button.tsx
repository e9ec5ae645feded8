"use client";

import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import Link from "next/link";

interface ReasonButtonProps extends Omit<ButtonProps, "disabled"> {
  /** Why it cannot be used now; null when it can. */
  reason: string | null;
  onClick?: () => void;
  /** Leads to a page instead of doing something. */
  href?: string;
}

/** A button that says why it is off: it keeps its place in the tab order, so that keys reach its reason. */
export function ReasonButton({ reason, href, onClick, ...look }: ReasonButtonProps) {
  if (reason === null) {
    return href === undefined ? (
      <Button {...look} onClick={onClick} />
    ) : (
      <Button {...look} component={Link} href={href} />
    );
  }
  return (
    <Tooltip label={reason}>
      <Button {...look} aria-disabled data-disabled />
    </Tooltip>
  );
}
