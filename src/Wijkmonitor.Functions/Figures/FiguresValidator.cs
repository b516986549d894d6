using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Figures;

/// <summary>Validates the options of disclosure by their attributes.</summary>
[OptionsValidator]
internal sealed partial class FiguresValidator : IValidateOptions<DisclosureOptions>;
