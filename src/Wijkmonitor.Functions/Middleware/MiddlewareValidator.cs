using Microsoft.Extensions.Options;

namespace Wijkmonitor.Functions.Middleware;

/// <summary>Validator of the options of the middleware.</summary>
[OptionsValidator]
internal sealed partial class MiddlewareValidator : IValidateOptions<RateLimitOptions>;
