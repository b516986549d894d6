using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Storage.Connections;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Validator of the options of the storage.</summary>
[OptionsValidator]
internal sealed partial class StorageValidator : IValidateOptions<StorageOptions>, IValidateOptions<StorageTimeoutOptions>;
