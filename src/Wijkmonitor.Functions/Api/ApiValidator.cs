using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Api.WellKnown;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Api;

/// <summary>Validator of the API's options.</summary>
[OptionsValidator]
internal sealed partial class ApiValidator : IValidateOptions<ApiOptions>, IValidateOptions<HealthOptions>, IValidateOptions<SecurityTxtOptions>;
