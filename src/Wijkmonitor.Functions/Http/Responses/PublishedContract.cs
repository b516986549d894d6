namespace Wijkmonitor.Functions.Http.Responses;

/// <summary>Version and paths of the published contract of the API.</summary>
/// <param name="Version">Its full version, which every answer has.</param>
/// <param name="Paths">Paths of the contract, which pages of every site may read.</param>
public sealed record PublishedContract(string Version, IReadOnlySet<string> Paths);
