using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Validates the options of taking files in by their attributes.</summary>
[OptionsValidator]
internal sealed partial class IngestValidator : IValidateOptions<IngestOptions>;
