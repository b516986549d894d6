using Wijkmonitor.Indicators.Observations;

namespace Wijkmonitor.Indicators.Disclosure.Publications;

/// <summary>Decision about which figures of a municipality may be shown.</summary>
/// <param name="Observations">All observations; those that are withheld have that state.</param>
/// <param name="HeldBack">New figures that are withheld because nothing else is left: what could hide in their place was public before.</param>
/// <param name="Decided">The records of the periods in which something was to be decided, as they become.</param>
/// <param name="Changed">Those of them that are not so in the archive yet.</param>
public sealed record DisclosureDecision(
    IReadOnlyList<Observation> Observations, IReadOnlyList<Observation> HeldBack, IReadOnlyList<PublishedPeriod> Decided,
    IReadOnlyList<PublishedPeriod> Changed);
