using System.Buffers;

namespace System.IO.Hashing;

/// <summary>
/// A non-cryptographic hash algorithm: the one type of the package System.IO.Hashing that Azure.Storage.Common builds on. It follows
/// version 6.0.0 of the package.
/// </summary>
public abstract class NonCryptographicHashAlgorithm
{
    private const int StreamBufferSize = 64 * 1024;

    /// <summary>Called from constructors of derived classes.</summary>
    /// <param name="hashLengthInBytes">The number of bytes that the hash has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>The number of bytes that the hash has.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Appends data to what has been hashed so far.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Goes back to the initial state.</summary>
    public abstract void Reset();

    /// <summary>Writes the hash of what was appended so far, without changing the state.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Appends data to what has been hashed so far.</summary>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(new ReadOnlySpan<byte>(source));
    }

    /// <summary>Appends all that is left in a stream.</summary>
    public void Append(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = ArrayPool<byte>.Shared.Rent(StreamBufferSize);
        try
        {
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                Append(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Appends all that is left in a stream.</summary>
    public Task AppendAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AppendCoreAsync(stream, cancellationToken);
    }

    /// <summary>The hash of what was appended so far; the state stays.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of what was appended so far; the state stays.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int GetCurrentHash(Span<byte> destination) =>
        TryGetCurrentHash(destination, out var written) ? written : throw TooShort(nameof(destination));

    /// <summary>Writes the hash of what was appended so far, where the destination has room; the state stays.</summary>
    public bool TryGetCurrentHash(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashLengthInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        GetCurrentHashCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    /// <summary>The hash of what was appended so far; the state goes back to the initial one.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of what was appended so far; the state goes back to the initial one.</summary>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public int GetHashAndReset(Span<byte> destination) =>
        TryGetHashAndReset(destination, out var written) ? written : throw TooShort(nameof(destination));

    /// <summary>Writes the hash where the destination has room, and goes back to the initial state.</summary>
    public bool TryGetHashAndReset(Span<byte> destination, out int bytesWritten)
    {
        if (destination.Length < HashLengthInBytes)
        {
            bytesWritten = 0;
            return false;
        }

        GetHashAndResetCore(destination[..HashLengthInBytes]);
        bytesWritten = HashLengthInBytes;
        return true;
    }

    /// <summary>Writes the hash and goes back to the initial state.</summary>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }

    /// <summary>Not meant to be called: use <see cref="GetCurrentHash()"/>.</summary>
    [Obsolete("Use GetCurrentHash() to retrieve the computed hash code.", error: true)]
#pragma warning disable CS0809 // The package marks its override so, to catch the mix-up with GetCurrentHash.
    public override int GetHashCode() => throw new NotSupportedException("Use GetCurrentHash() to retrieve the computed hash code.");
#pragma warning restore CS0809

    private static ArgumentException TooShort(string parameter) => new("Destination is too short.", parameter);

    private async Task AppendCoreAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(StreamBufferSize);
        try
        {
            for (var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                read > 0;
                read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
            {
                Append(buffer.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
