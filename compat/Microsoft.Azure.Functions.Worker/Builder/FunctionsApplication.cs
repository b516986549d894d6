using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The start of every function application.</summary>
public class FunctionsApplication
{
    /// <summary>Makes a builder with the default configuration and services.</summary>
    /// <param name="args">The command line arguments.</param>
    /// <returns>The builder.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args, Assembly.GetCallingAssembly());
}
