using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Validates the options of the middleware by their attributes.</summary>
[OptionsValidator]
internal sealed partial class MiddlewareValidator : IValidateOptions<RateLimitOptions>;
