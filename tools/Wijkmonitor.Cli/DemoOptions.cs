namespace Wijkmonitor.Cli;

/// <summary>Start of a demo, as its user asks for it.</summary>
/// <param name="Once">Whether it ends once everything was shown.</param>
/// <param name="OnCoreTools">Whether the app runs on Azure Functions Core Tools.</param>
/// <param name="Port">The port of the dashboard and the API; null for the usual one.</param>
/// <param name="Open">Whether the dashboard is opened in a browser.</param>
internal sealed record DemoOptions(bool Once, bool OnCoreTools, int? Port, bool Open);
