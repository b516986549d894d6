namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>Version and paths of the published contract of the API.</summary>
/// <param name="Version">Its full version, which every answer has.</param>
/// <param name="Paths">Where it is served: what is there is for the pages of every site.</param>
public sealed record PublishedContract(string Version, IReadOnlySet<string> Paths);
