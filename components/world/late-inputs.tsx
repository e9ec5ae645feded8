"use client";

import { Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";

/** An input with its label and its line of help. */
const loading = () => <Skeleton height={72} />;

/** Inputs that few steps ask with: each comes with the first step that does. */
export const NumberInput = dynamic(async () => (await import("./number-input")).NumberInput, {
  loading,
});
export const MultiSelect = dynamic(async () => (await import("./list-inputs")).MultiSelect, {
  loading,
});
export const TagsInput = dynamic(async () => (await import("./list-inputs")).TagsInput, {
  loading,
});
