using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Disclosure.Publications;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Figures of a municipality that are about to be public.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Index">The decisions that are in force; null where none was ever published.</param>
/// <param name="Decision">The decision about what may be shown from now on.</param>
public sealed record Publication(AreaCode Municipality, PublicationIndex? Index, DisclosureDecision Decision);
