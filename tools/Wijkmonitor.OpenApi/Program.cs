using Wijkmonitor.OpenApi;

// Called by the build of Wijkmonitor.Functions: the file to write without its extension, then the parts, the head first.
if (args is not [var output, .. { Length: > 0 } parts])
{
    Console.Error.WriteLine("Usage: dotnet Wijkmonitor.OpenApi.dll OUTPUT PART.yaml ...");
    return 2;
}

try
{
    var document = JoinedDocument.Read(parts);
    File.WriteAllBytes($"{output}.json", document.ToJson());
    File.WriteAllBytes($"{output}.yaml", document.ToYaml());
    return 0;
}
catch (InvalidDocumentException e)
{
    // In the form in which MSBuild shows a compiler's errors.
    foreach (var error in e.Errors)
    {
        Console.Error.WriteLine($"{error.Location}: error OPENAPI: {error.Message}");
    }

    return 1;
}
