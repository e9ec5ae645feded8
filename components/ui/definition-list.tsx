import type { ReactNode } from "react";
import classes from "./definition-list.module.css";
import { NoData } from "./no-data";

export interface Definition {
  term: string;
  /** Null or undefined shows "No data". */
  value: ReactNode | null | undefined;
}

/** The portal's "Essentials": names and values in two columns, one on narrow screens. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className={classes.list}>
      {items.map((item) => (
        <div key={item.term} className={classes.item}>
          <dt className={classes.term}>{item.term}</dt>
          <dd className={classes.value}>{item.value ?? <NoData />}</dd>
        </div>
      ))}
    </dl>
  );
}
