using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace NonLitigation.Odr.Application.Negotiation;

/// <summary>
/// What opens the sealed answers of open rounds: 32 bytes in a file of its own, <c>ROUND.KEY</c>, mode 0600, in <c>Odr:Negotiation:BidKeys</c> (else <c>bids</c>
/// beneath <c>Odr:Keys:Directory</c>), which all nodes share. A key seals once: whatever changes is sealed under a new one, and the old one is deleted, so
/// that no copy of the database made earlier can be opened afterwards.
/// </summary>
/// <remarks>Whatever keeps the folder from being read or written is an <see cref="InvalidOperationException"/>: to be tried again, not a key that is lost.</remarks>
public sealed class BidKeys(IConfiguration configuration)
{
    private const int Length = 32;

    /// <summary>Makes one for the round. Its bytes are on the disk when this returns; its name a power cut may still take away, and then it is a key that is lost.</summary>
    public (Guid Id, byte[] Key) Make(Guid round) => Try(() =>
    {
        var (id, key) = (Guid.NewGuid(), RandomNumberGenerator.GetBytes(Length));
        var made = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) made.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(Path.Combine(Folder(make: true), Name(round, id)), made);
        file.Write(key);
        file.Flush(flushToDisk: true);
        return (id, key);
    });

    /// <returns>Null when it is gone for good: the folder is there and does not hold it.</returns>
    public byte[]? Find(Guid round, Guid id) => Try(() =>
    {
        try
        {
            var key = File.ReadAllBytes(Path.Combine(Folder(make: false), Name(round, id)));
            return key.Length == Length ? key : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    });

    /// <summary>Deletes every key of the round but one.</summary>
    /// <param name="keep">Null: every one.</param>
    public void Forget(Guid round, Guid? keep) => Try(() =>
    {
        foreach (var file in Directory.EnumerateFiles(Folder(make: true), $"{round:N}.*").Where(file => keep is not { } id || Path.GetFileName(file) != Name(round, id))) File.Delete(file);
        return true;
    });

    public void ForgetOne(Guid round, Guid id) => Try(() =>
    {
        File.Delete(Path.Combine(Folder(make: false), Name(round, id)));
        return true;
    });

    /// <summary>The rounds that keys lie here for; some may be of another database.</summary>
    public IReadOnlyList<Guid> Rounds() => Try(() => Directory.EnumerateFiles(Folder(make: true))
        .Select(file => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var round) ? round : Guid.Empty).Where(round => round != Guid.Empty).Distinct().ToList());

    /// <returns>Whether the folder can be written, and is shut to other users (a group may have it: volumes of a cluster are mounted so).</returns>
    public bool AreSafe() => Try(() =>
    {
        var folder = Folder(make: true);
        var alone = OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) == 0;
        var (id, _) = Make(Guid.Empty);
        ForgetOne(Guid.Empty, id);
        return alone;
    });

    private static string Name(Guid round, Guid id) => $"{round:N}.{id:N}";

    private string Folder(bool make)
    {
        var folder = configuration["Odr:Negotiation:BidKeys"] is { Length: > 0 } own ? own
            : configuration["Odr:Keys:Directory"] is { Length: > 0 } keys ? Path.Combine(keys, "bids") : throw new InvalidOperationException("Odr:Keys:Directory is not set.");
        if (!make || Directory.Exists(folder)) return folder;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException("The folder of the keys of blind bids cannot be used.", unusable);
        }
    }
}
