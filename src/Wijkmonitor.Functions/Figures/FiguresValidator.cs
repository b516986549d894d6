using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Validator of the options of disclosure.</summary>
[OptionsValidator]
internal sealed partial class FiguresValidator : IValidateOptions<DisclosureOptions>;
