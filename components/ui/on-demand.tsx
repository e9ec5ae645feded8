"use client";

import { type ComponentType, lazy, Suspense, useEffect, useState } from "react";

interface Openable {
  opened: boolean;
}

/**
 * A dialog or panel whose script comes when it is first opened, and which then stays, so that it can slide away. It is
 * opened a moment after it is there: what has never been closed gives the focus back to nobody.
 */
export function onDemand<TProps extends Openable>(
  load: () => Promise<ComponentType<TProps>>,
): ComponentType<TProps> {
  const Late = lazy(async () => ({ default: openedOnceThere(await load()) }));
  return function OnDemand(props: TProps) {
    const [wanted, setWanted] = useState(props.opened);
    if (props.opened && !wanted) setWanted(true);
    if (!wanted) return null;
    return (
      <Suspense fallback={null}>
        <Late {...props} />
      </Suspense>
    );
  };
}

function openedOnceThere<TProps extends Openable>(Dialog: ComponentType<TProps>) {
  return function OpenedOnceThere(props: TProps) {
    const [there, setThere] = useState(false);
    useEffect(() => setThere(true), []);
    return <Dialog {...props} opened={there && props.opened} />;
  };
}
