"use client";

import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { DirectedGraph } from "graphology";
import { type KeyboardEvent, useEffect, useRef } from "react";
import Sigma from "sigma";
import {
  EdgeArrowProgram,
  EdgeLineProgram,
  NodeCircleProgram,
  NodePointProgram,
} from "sigma/rendering";
import type { DependencyGraph } from "@/lib/dependency/api-schema";
import { type ColorKey, colorClasses } from "./graph-colors";
import classes from "./graph-panel.module.css";
import type { PlacedGraph } from "./use-graph-layout";

interface GraphCanvasProps {
  graph: DependencyGraph;
  placed: PlacedGraph;
  colorBy: ColorKey;
  /** The server whose blade is open: it and its neighbours stand out. */
  currentId: string | null;
  label: string;
  onOpen: (id: string) => void;
}

type NodeLook = { x: number; y: number; size: number; label: string; color: string };
type EdgeLook = { size: number; color: string; type: "line" | "arrow" };

/**
 * With more links than this, servers are points and links are lines of the graphics interface itself. Shapes of
 * triangles have heads and thickness, and cost ten times as much where no graphics card draws them.
 */
const SHAPES_MAX = 3_000;
/** More links than this are not drawn while the picture moves. */
const MOVING_LINKS_MAX = 8_000;
/** A key moves by this share of the screen, and zooms by this factor. */
const KEY_STEP = 0.12;
const KEY_ZOOM = 1.4;
const FEW_NODES = 120;

const styleOf = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Links let each other through, the more the more of them there are. */
const LINK_OPACITY = 0.5;
const MANY_LINKS_OPACITY = 0.16;

/**
 * A colour of the theme (`#rrggbb`) with transparency. Sigma adds what is drawn to what lies below, so the
 * colour itself has to be dimmed too; without that, links shine white.
 */
function faded(color: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  if (color.length !== 7 || parts.some(Number.isNaN)) return color;
  return `rgba(${parts.map((part) => Math.round(part * opacity)).join(",")},${opacity})`;
}

/** How far nodes shrink in a crowd: 300 of them have room at full size. */
function crowdScale(nodeCount: number): number {
  return Math.max(0.25, Math.min(1, Math.sqrt(300 / nodeCount)));
}

interface LabelSettings {
  labelSize: number;
  labelFont: string;
}

/** Names on a patch of the ground, so that the links behind them do not strike them through. */
function labelDrawer(ground: string, ink: string) {
  return (
    context: CanvasRenderingContext2D,
    data: { x: number; y: number; size: number; label: string | null },
    { labelSize, labelFont }: LabelSettings,
  ): void => {
    if (!data.label) return;
    context.font = `${labelSize}px ${labelFont}`;
    const left = data.x + data.size + 3;
    context.globalAlpha = 0.82;
    context.fillStyle = ground;
    context.fillRect(
      left - 1,
      data.y - labelSize / 2 - 2,
      context.measureText(data.label).width + 2,
      labelSize + 3,
    );
    context.globalAlpha = 1;
    context.fillStyle = ink;
    context.fillText(data.label, left, data.y + labelSize / 3);
  };
}

function drawHover(
  context: CanvasRenderingContext2D,
  data: { x: number; y: number; size: number; label: string | null },
  settings: LabelSettings,
): void {
  if (!data.label) return;
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
  const width = context.measureText(data.label).width + 12;
  const height = settings.labelSize + 8;
  const left = data.x + data.size + 4;
  context.fillStyle = styleOf("--lf-surface-raised");
  context.strokeStyle = styleOf("--lf-border-strong");
  context.lineWidth = 1;
  context.beginPath();
  context.rect(left, data.y - height / 2, width, height);
  context.fill();
  context.stroke();
  context.fillStyle = getComputedStyle(document.body).color;
  context.fillText(data.label, left + 6, data.y + settings.labelSize / 3);
}

function buildGraph({ graph, placed, colorBy }: GraphCanvasProps) {
  const { nodes, links } = placed.graph;
  const drawn = nodes.flatMap((place) => graph.nodes[place] ?? []);
  const { variableOf } = colorClasses(drawn, colorBy);
  const colors = new Map<string, string>();
  const colorOf = (variable: string) => {
    const color = colors.get(variable) ?? styleOf(variable);
    colors.set(variable, color);
    return color;
  };
  const degree = new Map<number, number>();
  for (const { source, target } of links) {
    degree.set(source, (degree.get(source) ?? 0) + 1);
    degree.set(target, (degree.get(target) ?? 0) + 1);
  }
  const scale = crowdScale(nodes.length);
  const picture = new DirectedGraph<NodeLook, EdgeLook>();
  for (const [index, place] of nodes.entries()) {
    const node = graph.nodes[place];
    if (node === undefined) continue;
    picture.addNode(place, {
      x: placed.picture.positions[index * 2] ?? 0,
      y: placed.picture.positions[index * 2 + 1] ?? 0,
      size: scale * Math.min(14, 3 + Math.sqrt(degree.get(place) ?? 0)),
      label: node.name,
      color: colorOf(variableOf(node)),
    });
  }
  const isMany = links.length > SHAPES_MAX;
  const opacity = isMany ? MANY_LINKS_OPACITY : LINK_OPACITY;
  const lineColor = faded(styleOf("--lf-border-strong"), opacity);
  for (const { source, target } of links) {
    picture.mergeEdge(source, target, {
      size: isMany ? 0.6 : 1.2,
      color: lineColor,
      type: isMany ? "line" : "arrow",
    });
  }
  return picture;
}

/** The graph itself, drawn by WebGL. Drag and wheel move it, so do arrows, plus, minus and 0. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { graph, placed, colorBy, currentId, label } = props;
  const frame = useRef<HTMLDivElement>(null);
  const sigma = useRef<Sigma<NodeLook, EdgeLook> | null>(null);
  const scheme = useComputedColorScheme("light");
  const reducedMotion = useReducedMotion();
  const latest = useRef(props);
  latest.current = props;
  const drawn = useRef<PlacedGraph["picture"] | null>(null);
  const selection = placed.graph;

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read from the theme, so a change of scheme draws anew; positions follow below.
  useEffect(() => {
    const container = frame.current;
    if (container === null) return;
    const picture = buildGraph(latest.current);
    drawn.current = latest.current.placed.picture;
    const body = getComputedStyle(document.body);
    const renderer = new Sigma<NodeLook, EdgeLook>(picture, container, {
      allowInvalidContainer: true,
      hideEdgesOnMove: picture.size > MOVING_LINKS_MAX,
      labelFont: body.fontFamily,
      labelSize: 11,
      labelDensity: 0.6,
      labelRenderedSizeThreshold: picture.order <= FEW_NODES ? 0 : 7 * crowdScale(picture.order),
      defaultDrawNodeLabel: labelDrawer(styleOf("--lf-surface-sunken"), body.color),
      defaultDrawNodeHover: drawHover,
      nodeProgramClasses: {
        circle: picture.size > SHAPES_MAX ? NodePointProgram : NodeCircleProgram,
      },
      edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeLineProgram },
      defaultEdgeType: "line",
      zIndex: true,
      stagePadding: 30,
    });
    renderer.on("clickNode", ({ node }) => {
      const id = latest.current.graph.nodes[Number(node)]?.id;
      if (id !== undefined) latest.current.onOpen(id);
    });
    renderer.on("enterNode", () => {
      container.style.cursor = "pointer";
    });
    renderer.on("leaveNode", () => {
      container.style.cursor = "grab";
    });
    sigma.current = renderer;
    return () => {
      renderer.kill();
      sigma.current = null;
    };
  }, [graph, selection, colorBy, scheme]);

  useEffect(() => {
    const renderer = sigma.current;
    if (renderer === null || drawn.current === placed.picture) return;
    drawn.current = placed.picture;
    const { positions } = placed.picture;
    const picture = renderer.getGraph();
    const placeOf = new Map(selection.nodes.map((place, index) => [String(place), index]));
    picture.updateEachNodeAttributes(
      (node, look) => {
        const index = placeOf.get(node) ?? 0;
        return { ...look, x: positions[index * 2] ?? 0, y: positions[index * 2 + 1] ?? 0 };
      },
      { attributes: ["x", "y"] },
    );
  }, [placed.picture, selection]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that was drawn anew is dimmed anew.
  useEffect(() => {
    const renderer = sigma.current;
    if (renderer === null) return;
    const place = currentId === null ? -1 : graph.nodes.findIndex(({ id }) => id === currentId);
    const current = renderer.getGraph().hasNode(place) ? String(place) : null;
    if (current === null) {
      // Each setting draws the whole picture anew: nothing to take back, nothing to set.
      if (renderer.getSetting("nodeReducer") === null) return;
      renderer.setSetting("nodeReducer", null);
      renderer.setSetting("edgeReducer", null);
      return;
    }
    const near = new Set([current, ...renderer.getGraph().neighbors(current)]);
    const pale = styleOf("--lf-border");
    const strong = styleOf("--lf-accent");
    renderer.setSetting("nodeReducer", (node, look) => {
      if (!near.has(node)) return { ...look, color: pale, label: "", zIndex: 0 };
      return { ...look, zIndex: 1, highlighted: node === current, forceLabel: true };
    });
    renderer.setSetting("edgeReducer", (edge, look) => {
      const ends = renderer.getGraph().extremities(edge);
      return ends.includes(current)
        ? { ...look, color: strong, size: 1.6, zIndex: 1 }
        : { ...look, hidden: true };
    });
  }, [currentId, graph, selection, colorBy, scheme]);

  const onKeyDown = (event: KeyboardEvent) => {
    const camera = sigma.current?.getCamera();
    if (!camera || event.ctrlKey || event.metaKey || event.altKey) return;
    const { x, y, ratio } = camera.getState();
    const step = KEY_STEP * ratio;
    const moves: Record<string, { x?: number; y?: number; ratio?: number }> = {
      ArrowLeft: { x: x - step },
      ArrowRight: { x: x + step },
      ArrowUp: { y: y + step },
      ArrowDown: { y: y - step },
      "+": { ratio: ratio / KEY_ZOOM },
      "=": { ratio: ratio / KEY_ZOOM },
      "-": { ratio: ratio * KEY_ZOOM },
      "0": { x: 0.5, y: 0.5, ratio: 1 },
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    if (reducedMotion) camera.setState(move);
    else void camera.animate(move, { duration: 120 });
  };

  return (
    <div
      ref={frame}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keys.
      tabIndex={0}
      aria-label={label}
      className={classes.canvas}
      data-settled={placed.picture.settled}
      onKeyDown={onKeyDown}
    />
  );
}
