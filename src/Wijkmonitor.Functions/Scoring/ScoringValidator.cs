using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Scoring;

/// <summary>Validator of the options of scoring.</summary>
[OptionsValidator]
internal sealed partial class ScoringValidator : IValidateOptions<FreshnessOptions>;
