import type { ListedRoute } from "@/lib/server/openapi";
import * as health from "./health/route";
import * as mePassword from "./me/password/route";
import * as me from "./me/route";
import * as membersUserId from "./members/[userId]/route";
import * as members from "./members/route";
import { GET as openApi } from "./openapi.json/route";
import * as projectsProjectIdAcknowledgementsHistory from "./projects/[projectId]/acknowledgements/history/route";
import * as projectsProjectIdAcknowledgements from "./projects/[projectId]/acknowledgements/route";
import * as projectsProjectIdAcknowledgementsWithdraw from "./projects/[projectId]/acknowledgements/withdraw/route";
import * as projectsProjectIdAssessmentsAssessmentIdAcknowledgements from "./projects/[projectId]/assessments/[assessmentId]/acknowledgements/route";
import * as projectsProjectIdAssessmentsAssessmentIdChanges from "./projects/[projectId]/assessments/[assessmentId]/changes/route";
import * as projectsProjectIdAssessmentsAssessmentIdCosts from "./projects/[projectId]/assessments/[assessmentId]/costs/route";
import * as projectsProjectIdAssessmentsAssessmentId from "./projects/[projectId]/assessments/[assessmentId]/route";
import * as projectsProjectIdAssessmentsAssessmentIdVmsVmKey from "./projects/[projectId]/assessments/[assessmentId]/vms/[vmKey]/route";
import * as projectsProjectIdAssessmentsAssessmentIdVms from "./projects/[projectId]/assessments/[assessmentId]/vms/route";
import * as projectsProjectIdAssessments from "./projects/[projectId]/assessments/route";
import * as projectsProjectIdBoardEvents from "./projects/[projectId]/board/events/route";
import * as projectsProjectIdBoardMigrationsMigrationId from "./projects/[projectId]/board/migrations/[migrationId]/route";
import * as projectsProjectIdBoard from "./projects/[projectId]/board/route";
import * as projectsProjectIdBoardUtilisation from "./projects/[projectId]/board/utilisation/route";
import * as projectsProjectIdBoardVms from "./projects/[projectId]/board/vms/route";
import * as projectsProjectIdBusinessCase from "./projects/[projectId]/business-case/route";
import * as projectsProjectIdDependenciesConnections from "./projects/[projectId]/dependencies/connections/route";
import * as projectsProjectIdDependenciesEndpointsEndpointId from "./projects/[projectId]/dependencies/endpoints/[endpointId]/route";
import * as projectsProjectIdDependenciesEndpoints from "./projects/[projectId]/dependencies/endpoints/route";
import * as projectsProjectIdDependenciesGraph from "./projects/[projectId]/dependencies/graph/route";
import * as projectsProjectIdDependencies from "./projects/[projectId]/dependencies/route";
import * as projectsProjectIdDependenciesSuggestions from "./projects/[projectId]/dependencies/suggestions/route";
import * as projectsProjectIdExportList from "./projects/[projectId]/export/[list]/route";
import * as projectsProjectIdForecast from "./projects/[projectId]/forecast/route";
import * as projectsProjectIdForecastSettings from "./projects/[projectId]/forecast/settings/route";
import * as projectsProjectIdForecastVms from "./projects/[projectId]/forecast/vms/route";
import * as projectsProjectIdImportsImportIdChanges from "./projects/[projectId]/imports/[importId]/changes/route";
import * as projectsProjectIdImportsImportIdChangesSummary from "./projects/[projectId]/imports/[importId]/changes/summary/route";
import * as projectsProjectIdImportsImportIdFilesIndex from "./projects/[projectId]/imports/[importId]/files/[index]/route";
import * as projectsProjectIdImportsImportId from "./projects/[projectId]/imports/[importId]/route";
import * as projectsProjectIdImportsImportIdStart from "./projects/[projectId]/imports/[importId]/start/route";
import * as projectsProjectIdImportsImportIdUse from "./projects/[projectId]/imports/[importId]/use/route";
import * as projectsProjectIdImports from "./projects/[projectId]/imports/route";
import * as projectsProjectIdInventory from "./projects/[projectId]/inventory/route";
import * as projectsProjectIdMoveGroupsGroupId from "./projects/[projectId]/move-groups/[groupId]/route";
import * as projectsProjectIdMoveGroups from "./projects/[projectId]/move-groups/route";
import * as projectsProjectIdPerformanceKeys from "./projects/[projectId]/performance/keys/route";
import * as projectsProjectIdPerformanceProfile from "./projects/[projectId]/performance/profile/route";
import * as projectsProjectIdPerformance from "./projects/[projectId]/performance/route";
import * as projectsProjectIdPerformanceVmsVmKey from "./projects/[projectId]/performance/vms/[vmKey]/route";
import * as projectsProjectIdPerformanceVms from "./projects/[projectId]/performance/vms/route";
import * as projectsProjectIdPrices from "./projects/[projectId]/prices/route";
import * as projectsProjectId from "./projects/[projectId]/route";
import * as projectsProjectIdVmsVmKey from "./projects/[projectId]/vms/[vmKey]/route";
import * as projectsProjectIdVmsExclusions from "./projects/[projectId]/vms/exclusions/route";
import * as projectsProjectIdVms from "./projects/[projectId]/vms/route";
import * as projectsProjectIdWorldCheck from "./projects/[projectId]/world/check/route";
import * as projectsProjectIdWorldClock from "./projects/[projectId]/world/clock/route";
import * as projectsProjectIdWorldCommands from "./projects/[projectId]/world/commands/route";
import * as projectsProjectIdWorldGroupsGroupId from "./projects/[projectId]/world/groups/[groupId]/route";
import * as projectsProjectIdWorldLog from "./projects/[projectId]/world/log/route";
import * as projectsProjectIdWorld from "./projects/[projectId]/world/route";
import * as projectsDemo from "./projects/demo/route";
import * as projects from "./projects/route";
import * as setup from "./setup/route";

/** Every handler of the API but better-auth's own: what OpenAPI describes and a test goes through. */
export const apiRoutes: readonly ListedRoute[] = [
  { path: "/api/health", methods: health },
  { path: "/api/me", methods: me },
  { path: "/api/me/password", methods: mePassword },
  { path: "/api/members/{userId}", methods: membersUserId },
  { path: "/api/members", methods: members },
  { path: "/api/openapi.json", methods: { GET: openApi } },
  {
    path: "/api/projects/{projectId}/acknowledgements",
    methods: projectsProjectIdAcknowledgements,
  },
  {
    path: "/api/projects/{projectId}/acknowledgements/history",
    methods: projectsProjectIdAcknowledgementsHistory,
  },
  {
    path: "/api/projects/{projectId}/acknowledgements/withdraw",
    methods: projectsProjectIdAcknowledgementsWithdraw,
  },
  {
    path: "/api/projects/{projectId}/assessments/{assessmentId}/acknowledgements",
    methods: projectsProjectIdAssessmentsAssessmentIdAcknowledgements,
  },
  {
    path: "/api/projects/{projectId}/assessments/{assessmentId}",
    methods: projectsProjectIdAssessmentsAssessmentId,
  },
  {
    path: "/api/projects/{projectId}/assessments/{assessmentId}/vms/{vmKey}",
    methods: projectsProjectIdAssessmentsAssessmentIdVmsVmKey,
  },
  {
    path: "/api/projects/{projectId}/assessments/{assessmentId}/vms",
    methods: projectsProjectIdAssessmentsAssessmentIdVms,
  },
  {
    path: "/api/projects/{projectId}/assessments/{assessmentId}/changes",
    methods: projectsProjectIdAssessmentsAssessmentIdChanges,
  },
  {
    path: "/api/projects/{projectId}/assessments/{assessmentId}/costs",
    methods: projectsProjectIdAssessmentsAssessmentIdCosts,
  },
  { path: "/api/projects/{projectId}/business-case", methods: projectsProjectIdBusinessCase },
  { path: "/api/projects/{projectId}/assessments", methods: projectsProjectIdAssessments },
  { path: "/api/projects/{projectId}/board/events", methods: projectsProjectIdBoardEvents },
  {
    path: "/api/projects/{projectId}/board/migrations/{migrationId}",
    methods: projectsProjectIdBoardMigrationsMigrationId,
  },
  { path: "/api/projects/{projectId}/board", methods: projectsProjectIdBoard },
  {
    path: "/api/projects/{projectId}/board/utilisation",
    methods: projectsProjectIdBoardUtilisation,
  },
  { path: "/api/projects/{projectId}/board/vms", methods: projectsProjectIdBoardVms },
  { path: "/api/projects/{projectId}/export/{list}", methods: projectsProjectIdExportList },
  { path: "/api/projects/{projectId}/forecast", methods: projectsProjectIdForecast },
  {
    path: "/api/projects/{projectId}/forecast/settings",
    methods: projectsProjectIdForecastSettings,
  },
  { path: "/api/projects/{projectId}/forecast/vms", methods: projectsProjectIdForecastVms },
  {
    path: "/api/projects/{projectId}/dependencies/connections",
    methods: projectsProjectIdDependenciesConnections,
  },
  {
    path: "/api/projects/{projectId}/dependencies/endpoints/{endpointId}",
    methods: projectsProjectIdDependenciesEndpointsEndpointId,
  },
  {
    path: "/api/projects/{projectId}/dependencies/endpoints",
    methods: projectsProjectIdDependenciesEndpoints,
  },
  {
    path: "/api/projects/{projectId}/dependencies/graph",
    methods: projectsProjectIdDependenciesGraph,
  },
  { path: "/api/projects/{projectId}/dependencies", methods: projectsProjectIdDependencies },
  {
    path: "/api/projects/{projectId}/dependencies/suggestions",
    methods: projectsProjectIdDependenciesSuggestions,
  },
  {
    path: "/api/projects/{projectId}/imports/{importId}/files/{index}",
    methods: projectsProjectIdImportsImportIdFilesIndex,
  },
  {
    path: "/api/projects/{projectId}/imports/{importId}",
    methods: projectsProjectIdImportsImportId,
  },
  {
    path: "/api/projects/{projectId}/imports/{importId}/start",
    methods: projectsProjectIdImportsImportIdStart,
  },
  {
    path: "/api/projects/{projectId}/imports/{importId}/changes",
    methods: projectsProjectIdImportsImportIdChanges,
  },
  {
    path: "/api/projects/{projectId}/imports/{importId}/changes/summary",
    methods: projectsProjectIdImportsImportIdChangesSummary,
  },
  {
    path: "/api/projects/{projectId}/imports/{importId}/use",
    methods: projectsProjectIdImportsImportIdUse,
  },
  { path: "/api/projects/{projectId}/imports", methods: projectsProjectIdImports },
  { path: "/api/projects/{projectId}/inventory", methods: projectsProjectIdInventory },
  { path: "/api/projects/{projectId}/performance", methods: projectsProjectIdPerformance },
  { path: "/api/projects/{projectId}/performance/keys", methods: projectsProjectIdPerformanceKeys },
  {
    path: "/api/projects/{projectId}/performance/profile",
    methods: projectsProjectIdPerformanceProfile,
  },
  {
    path: "/api/projects/{projectId}/performance/vms/{vmKey}",
    methods: projectsProjectIdPerformanceVmsVmKey,
  },
  { path: "/api/projects/{projectId}/performance/vms", methods: projectsProjectIdPerformanceVms },
  { path: "/api/projects/{projectId}/prices", methods: projectsProjectIdPrices },
  {
    path: "/api/projects/{projectId}/move-groups/{groupId}",
    methods: projectsProjectIdMoveGroupsGroupId,
  },
  { path: "/api/projects/{projectId}/move-groups", methods: projectsProjectIdMoveGroups },
  { path: "/api/projects/{projectId}", methods: projectsProjectId },
  { path: "/api/projects/{projectId}/vms/{vmKey}", methods: projectsProjectIdVmsVmKey },
  { path: "/api/projects/{projectId}/vms/exclusions", methods: projectsProjectIdVmsExclusions },
  { path: "/api/projects/{projectId}/vms", methods: projectsProjectIdVms },
  { path: "/api/projects/{projectId}/world/check", methods: projectsProjectIdWorldCheck },
  { path: "/api/projects/{projectId}/world/clock", methods: projectsProjectIdWorldClock },
  { path: "/api/projects/{projectId}/world/commands", methods: projectsProjectIdWorldCommands },
  {
    path: "/api/projects/{projectId}/world/groups/{groupId}",
    methods: projectsProjectIdWorldGroupsGroupId,
  },
  { path: "/api/projects/{projectId}/world/log", methods: projectsProjectIdWorldLog },
  { path: "/api/projects/{projectId}/world", methods: projectsProjectIdWorld },
  { path: "/api/projects/demo", methods: projectsDemo },
  { path: "/api/projects", methods: projects },
  { path: "/api/setup", methods: setup },
];
