"use client";

import { UnstyledButton } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSearchParam } from "@/components/ui/use-search-param";
import { BOARD_STATES, type Counters } from "@/lib/world/board-schema";
import classes from "./board-state.module.css";

/** The address parameter of the table's state filter, which the counters set too. */
export const STATE_FILTER = "filter.state";

/** HCX's counters; each of them filters the list of VMs. */
export function StateCounters({ counters }: { counters: Counters }) {
  const t = useTranslations("board");
  const format = useFormatter();
  const [chosen, choose] = useSearchParam(STATE_FILTER);
  return (
    <fieldset className={`${classes.counters} ${classes.colors}`} aria-label={t("counters")}>
      {BOARD_STATES.map((state) => (
        <UnstyledButton
          key={state}
          className={classes.counter}
          data-state={state}
          data-empty={counters[state] === 0}
          aria-pressed={chosen === state}
          onClick={() => choose(chosen === state ? null : state)}
        >
          <span className={classes.count}>{format.number(counters[state])}</span>
          <span className={classes.counterLabel}>{t(`states.${state}`)}</span>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
