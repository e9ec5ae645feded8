/**
 * One answer of the Azure Retail Prices API in its documented shape (api-version 2023-01-01-preview),
 * cut to a few items. The figures are the published ones of docs "AVS pricing" where they exist: AV48
 * bring-your-own 10.93 USD an hour; a 3-year reservation of 125,948.88 USD is 3,498.58 a month.
 */
const BASE = {
  currencyCode: "USD",
  tierMinimumUnits: 0,
  location: "US East",
  armRegionName: "eastus",
  effectiveStartDate: "2025-11-01T00:00:00Z",
  productId: "DZH318Z0CVVS",
  skuId: "DZH318Z0CVVS/0001",
  productName: "Specialized Compute Azure VMware Solution",
  serviceName: "Specialized Compute",
  serviceId: "DZH31AL70J0M",
  serviceFamily: "Compute",
  unitOfMeasure: "1 Hour",
  type: "Consumption",
  isPrimaryMeterRegion: true,
};

function item(fields: Record<string, unknown>) {
  const price = fields.retailPrice;
  return { ...BASE, unitPrice: price, meterId: "00000000-0000-0000-0000-000000000000", ...fields };
}

const AV48 = { skuName: "AV48 VCF BYOL", meterName: "AV48 VCF BYOL Node", armSkuName: "AV48" };
const AV36P = { skuName: "AV36P VCF BYOL", meterName: "AV36P VCF BYOL Node", armSkuName: "AV36P" };

export const RETAIL_ANSWER = {
  BillingCurrency: "USD",
  CustomerEntityId: "Default",
  CustomerEntityType: "Retail",
  Items: [
    item({ ...AV48, retailPrice: 10.93 }),
    item({
      ...AV48,
      retailPrice: 125_948.88,
      type: "Reservation",
      reservationTerm: "3 Years",
    }),
    item({ ...AV36P, retailPrice: 48_442.8, type: "Reservation", reservationTerm: "1 Year" }),
    // An older price of the same meter, and one of a region that is not the meter's own.
    item({ ...AV48, retailPrice: 11.5, effectiveStartDate: "2025-03-01T00:00:00Z" }),
    item({ ...AV48, retailPrice: 12, isPrimaryMeterRegion: false }),
    item({ ...AV48, retailPrice: 11.8, armRegionName: "koreacentral", location: "KR Central" }),
    item({ skuName: "AV64", meterName: "AV64 Node", armSkuName: "AV64", retailPrice: 22.89 }),
    // What must be skipped: trials, the global location, free items, another term, another service.
    item({ skuName: "AV48 Trial", meterName: "AV48 Trial Node", retailPrice: 0 }),
    item({ ...AV36P, retailPrice: 8.2, armRegionName: "Global", location: "Global" }),
    item({ ...AV36P, retailPrice: 0 }),
    item({ ...AV36P, retailPrice: 9, type: "Reservation", reservationTerm: "2 Years" }),
    item({
      productName: "Virtual Machines Ev4 Series",
      skuName: "E64 v4",
      meterName: "E64 v4",
      retailPrice: 4.03,
    }),
  ],
  NextPageLink: null as string | null,
  Count: 12,
};
