using Wijkmonitor.DevHost.Http;

namespace Wijkmonitor.DevHost;

/// <summary>The command line.</summary>
/// <param name="Folder">The published app.</param>
/// <param name="Url">Address to listen at.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Grace">Time that invocations may take to end when the host stops.</param>
/// <param name="EndWithInput">Whether the host stops when its standard input ends.</param>
internal sealed record DevHostOptions(string Folder, string Url, KeyRing Keys, TimeSpan Grace, bool EndWithInput);
