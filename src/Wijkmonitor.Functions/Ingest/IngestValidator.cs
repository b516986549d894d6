using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Ingest;

/// <summary>Validator of the options of the ingest.</summary>
[OptionsValidator]
internal sealed partial class IngestValidator : IValidateOptions<IngestOptions>;
