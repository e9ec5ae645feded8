"use client";

import {
  Alert,
  Button,
  Group,
  Loader,
  SegmentedControl,
  Select,
  Switch,
  Text,
  TextInput,
  VisuallyHidden,
} from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFocusCentered, IconPlugConnectedX, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { dependencyGraphQuery } from "@/lib/client/dependency-queries";
import type { DependencyGraph, DependencySummary } from "@/lib/dependency/api-schema";
import { selectGraph } from "@/lib/dependency/graph-selection";
import { COLOR_KEYS, type ColorKey, colorClasses } from "./graph-colors";
import classes from "./graph-panel.module.css";
import { useGraphLayout } from "./use-graph-layout";
import type { HiddenPorts } from "./use-hidden-ports";
import { useOpenBlade } from "./use-open-blade";

// Sigma needs a browser, and weighs 130 KB: it comes while servers and links are on their way.
const loadCanvas = () => import("./graph-canvas").then((module) => module.GraphCanvas);
const GraphCanvas = dynamic(loadCanvas, { ssr: false });

const OFFERED_PORTS = 80;
/** Names offered while typing; a list of thousands would be slow. */
const OFFERED_SERVERS = 30;

interface GraphPanelProps {
  projectId: string;
  summary: DependencySummary;
  hidden: HiddenPorts;
}

/** What is drawn of the graph, kept in the address. */
function useGraphState() {
  const parameters = useSearchParams();
  const set = useSearchParamSetter();
  const port = Number(parameters.get("port"));
  return {
    set,
    currentId: parameters.get("server"),
    focusId: parameters.get("focus"),
    steps: parameters.get("steps") === "2" ? 2 : 1,
    port: Number.isInteger(port) && port > 0 ? port : null,
    process: parameters.get("process") ?? "",
    inventoryOnly: parameters.get("outside") === "off",
    colorBy: COLOR_KEYS.find((key) => key === parameters.get("color")) ?? "kind",
  };
}

function ServerSearch({
  graph,
  onChoose,
}: {
  graph: DependencyGraph;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("dependencies.graph");
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const options = useMemo(
    () =>
      wanted === ""
        ? []
        : graph.nodes
            .filter(({ name }) => name.toLowerCase().includes(wanted))
            .slice(0, OFFERED_SERVERS)
            .map(({ id, name }) => ({ value: id, label: name })),
    [graph, wanted],
  );
  return (
    <Select
      size="xs"
      w={{ base: "100%", xs: 220 }}
      aria-label={t("find")}
      placeholder={t("find")}
      leftSection={<IconSearch size={14} aria-hidden />}
      searchable
      // It gets the focus back when a blade closes, and should not cover the picture then.
      openOnFocus={false}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        if (id === null) return;
        setText("");
        onChoose(id);
      }}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={wanted === "" ? t("typeAName") : t("noSuchServer")}
    />
  );
}

function Legend({
  graph,
  nodes,
  colorBy,
}: {
  graph: DependencyGraph;
  nodes: readonly number[];
  colorBy: ColorKey;
}) {
  const t = useTranslations("dependencies");
  const tFamilies = useTranslations("inventory.osFamilies");
  const tSuitability = useTranslations("readiness.suitability");
  const format = useFormatter();
  const drawn = useMemo(() => nodes.flatMap((place) => graph.nodes[place] ?? []), [graph, nodes]);
  const shown = useMemo(() => colorClasses(drawn, colorBy).classes, [drawn, colorBy]);
  const names = useMemo(() => new Map(graph.groups.map(({ id, name }) => [id, name])), [graph]);
  const nameOf = (id: string): string => {
    if (id === "others") return t("graph.others");
    if (id === "none") return t(`graph.none.${colorBy}`);
    if (colorBy === "kind") return t(`kinds.${id}`);
    if (colorBy === "group") return names.get(id) ?? id;
    return colorBy === "os" ? tFamilies(id) : tSuitability(id);
  };
  return (
    <div className={classes.legend}>
      {shown.map(({ id, variable, count }) => (
        <Text key={id} span fz="xs" className={classes.legendItem}>
          <span className={classes.swatch} style={{ background: `var(${variable})` }} aria-hidden />
          {t("graph.legendItem", { name: nameOf(id), count: format.number(count) })}
        </Text>
      ))}
    </div>
  );
}

function Drawing({
  summary,
  hidden,
  graph,
}: Omit<GraphPanelProps, "projectId"> & { graph: DependencyGraph }) {
  const t = useTranslations("dependencies.graph");
  const format = useFormatter();
  const { openServer } = useOpenBlade();
  const state = useGraphState();
  const { set, focusId, steps, port, process, inventoryOnly, colorBy, currentId } = state;
  const [processText, setProcessText] = useState(process);
  const sendProcess = useDebouncedCallback((value: string) => set({ process: value }), 300);
  const selected = useMemo(
    () =>
      selectGraph(graph, {
        hiddenPorts: hidden.ports,
        port,
        process,
        focus: focusId === null ? null : { nodeId: focusId, steps },
        inventoryOnly,
      }),
    [graph, hidden.ports, port, process, focusId, steps, inventoryOnly],
  );
  const placed = useGraphLayout(selected);
  const focusName = graph.nodes.find(({ id }) => id === focusId)?.name;
  return (
    <div className={classes.panel}>
      <Group gap="sm">
        <ServerSearch graph={graph} onChoose={openServer} />
        <Select
          size="xs"
          w={{ base: "100%", xs: 190 }}
          aria-label={t("port")}
          placeholder={t("anyPort")}
          clearable
          searchable
          value={port === null ? null : String(port)}
          onChange={(value) => set({ port: value })}
          data={summary.ports
            .filter((use) => use.port !== null)
            .slice(0, OFFERED_PORTS)
            .map((use) => ({
              value: String(use.port),
              label: use.names[0] ? `${use.port} · ${use.names[0]}` : String(use.port),
            }))}
        />
        <TextInput
          size="xs"
          w={{ base: "100%", xs: 170 }}
          aria-label={t("process")}
          placeholder={t("process")}
          value={processText}
          onChange={(event) => {
            setProcessText(event.currentTarget.value);
            sendProcess(event.currentTarget.value);
          }}
        />
        <Switch
          size="xs"
          label={t("outside")}
          checked={!inventoryOnly}
          onChange={(event) => set({ outside: event.currentTarget.checked ? null : "off" })}
        />
        <Group gap={6}>
          <Text fz="xs" c="dimmed" aria-hidden>
            {t("colorBy")}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t("colorBy")}
            value={colorBy}
            onChange={(value) => set({ color: value === "kind" ? null : value })}
            data={COLOR_KEYS.map((key) => ({ value: key, label: t(`colors.${key}`) }))}
          />
        </Group>
      </Group>
      {focusId === null ? null : (
        <Group gap="sm" role="status">
          <IconFocusCentered size={16} aria-hidden />
          <Text fz="sm">{t("focused", { name: focusName ?? focusId })}</Text>
          <SegmentedControl
            size="xs"
            aria-label={t("steps")}
            value={String(steps)}
            onChange={(value) => set({ steps: value === "2" ? "2" : null })}
            data={[
              { value: "1", label: t("oneStep") },
              { value: "2", label: t("twoSteps") },
            ]}
          />
          <Button variant="subtle" onClick={() => set({ focus: null, steps: null })}>
            {t("showAll")}
          </Button>
        </Group>
      )}
      {graph.leftOutLinks > 0 ? (
        <Alert color="yellow">{t("leftOut", { count: graph.leftOutLinks })}</Alert>
      ) : null}
      {selected.nodes.length === 0 ? (
        <EmptyState icon={<IconPlugConnectedX size={28} />} title={t("nothingTitle")}>
          {t("nothing")}
        </EmptyState>
      ) : (
        <>
          <div className={classes.frame}>
            {placed === null ? (
              <div className={classes.waiting} role="status" aria-busy="true">
                <Loader aria-hidden />
                <VisuallyHidden>{t("drawing")}</VisuallyHidden>
              </div>
            ) : (
              <GraphCanvas
                graph={graph}
                placed={placed}
                colorBy={colorBy}
                currentId={currentId}
                label={t("label", {
                  nodes: selected.nodes.length,
                  links: selected.links.length,
                })}
                onOpen={openServer}
              />
            )}
            <Text fz="xs" c="dimmed" className={classes.keys} aria-hidden>
              {t("keys")}
            </Text>
          </div>
          <Group justify="space-between" gap="sm">
            <Legend graph={graph} nodes={selected.nodes} colorBy={colorBy} />
            <Text fz="xs" c="dimmed" role="status">
              {t("count", {
                nodes: format.number(selected.nodes.length),
                links: format.number(selected.links.length),
              })}
            </Text>
          </Group>
        </>
      )}
    </div>
  );
}

/** Servers and their links as a picture; every fact of it is in the lists beside it. */
export function GraphPanel({ projectId, summary, hidden }: GraphPanelProps) {
  const query = useQuery(dependencyGraphQuery(projectId));
  useEffect(() => void loadCanvas(), []);
  if (query.data) return <Drawing summary={summary} hidden={hidden} graph={query.data} />;
  return <LoadingOrError query={query} skeleton={<LoadingState shape="cards" rows={6} />} />;
}
