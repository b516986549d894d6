using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Model;

/// <summary>An outcome that is no number, such as an answer, a choice or whether a norm holds.</summary>
/// <param name="Code">Its code: lower-case words with hyphens.</param>
/// <param name="Name">Its name for people.</param>
public sealed record NamedOutcome(string Code, BilingualText Name);
