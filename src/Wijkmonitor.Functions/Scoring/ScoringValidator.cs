using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Validates the options of scoring by their attributes.</summary>
[OptionsValidator]
internal sealed partial class ScoringValidator : IValidateOptions<FreshnessOptions>;
