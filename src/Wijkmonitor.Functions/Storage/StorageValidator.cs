using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Storage.Connections;

namespace Wijkmonitor.Functions.Storage;

/// <summary>Validates the options of the storage by their attributes and by themselves.</summary>
[OptionsValidator]
internal sealed partial class StorageValidator : IValidateOptions<StorageOptions>, IValidateOptions<StorageTimeoutOptions>;
