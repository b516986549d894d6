namespace Wijkmonitor.Bench.Measuring;

/// <summary>Something that is measured together with its floor.</summary>
internal interface IBenchmark
{
    /// <summary>Name on the command line.</summary>
    string Name { get; }

    /// <summary>Whether it runs only when it is asked for by name.</summary>
    bool IsApart => false;

    /// <summary>Measures both sides alternately, in the same run.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(CancellationToken cancellationToken);
}
