// The package brings no types.
declare module "simjs";
