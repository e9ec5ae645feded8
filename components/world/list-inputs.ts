export { MultiSelect, TagsInput } from "@mantine/core";
