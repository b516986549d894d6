using System.Text.Json;
using Microsoft.Azure.Functions.Worker.Sdk;

if (args is not [var assembly, var publishFolder, var executable])
{
    Console.Error.WriteLine("usage: <application assembly> <publish folder> <name of the application's executable>");
    return 2;
}

try
{
    var functions = AssemblyFunctions.Read(assembly);
    FunctionFolders.Write(publishFolder, functions);
    HostJson.AddCustomHandler(Path.Combine(publishFolder, "host.json"), executable);
    Console.WriteLine($"{functions.Count} functions for the Functions host in {publishFolder}");
    return 0;
}
catch (Exception error) when (error is FunctionDeclarationException or JsonException or IOException or InvalidOperationException)
{
    // The form that MSBuild takes for an error of the build.
    Console.Error.WriteLine($"{assembly} : error FUNC0001: {error.Message}");
    return 1;
}
