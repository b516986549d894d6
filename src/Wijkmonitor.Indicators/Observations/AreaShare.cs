using Wijkmonitor.Indicators.Areas;

namespace Wijkmonitor.Indicators.Observations;

/// <summary>A share as a data team delivered it.</summary>
/// <param name="Key">Key of the share: <c>crosswalk/2019/BU03630000/2022/BU0363AA01</c>, or <c>custom-area/2016/CU0153-dolphia/BU01530000</c>.</param>
/// <param name="Share">The share, more than 0 and at most 1.</param>
/// <param name="Source">The delivery and line it was read from.</param>
public sealed record ShareSource(string Key, decimal Share, SourceLine Source);

/// <summary>Share of an area in another area.</summary>
/// <param name="Area">The area that the share is of.</param>
/// <param name="Share">Share of the area, more than 0 and at most 1.</param>
/// <param name="Sources">The delivered shares that it is the product of; several where one crosswalk follows another.</param>
public sealed record AreaShare(AreaCode Area, decimal Share, IReadOnlyList<ShareSource> Sources);
