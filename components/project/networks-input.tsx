import { TagsInput, type TagsInputProps } from "@mantine/core";
import { useTranslations } from "next-intl";

/** The networks of the source site, as CIDR blocks. */
export function NetworksInput(props: TagsInputProps) {
  const t = useTranslations("project.form");
  return (
    <TagsInput
      label={t("networks")}
      description={t("networksHelp")}
      placeholder="10.10.0.0/16"
      acceptValueOnBlur
      splitChars={[",", " ", ";"]}
      {...props}
    />
  );
}
