namespace Microsoft.Azure.Functions.Worker;

/// <summary>The features of an invocation, one of each type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets the feature of a type.</summary>
    /// <typeparam name="T">The type of the feature.</typeparam>
    /// <param name="instance">The feature.</param>
    void Set<T>(T instance);

    /// <summary>Gets the feature of a type.</summary>
    /// <typeparam name="T">The type of the feature.</typeparam>
    /// <returns>The feature, or null where there is none.</returns>
    T? Get<T>();
}
