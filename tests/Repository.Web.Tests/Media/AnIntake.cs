using Repository.Storage.Files;
using Repository.Testing;
using Repository.Web.Media.Intake;

namespace Repository.Web.Tests.Media;

/// <summary>An intake over a store in a folder of its own.</summary>
internal sealed class AnIntake : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AnIntake(long maxFileSize = 1L << 31) => Intake = new MediaIntake(Store = new FileStore(_folder.Path, TimeProvider.System), maxFileSize);

    public FileStore Store { get; }

    public MediaIntake Intake { get; }

    /// <summary>Everything that lies in the store's folder.</summary>
    public string[] Files => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);

    public async Task<(TakenFile File, byte[] Bytes)> TakenAsync(byte[] bytes, string name)
    {
        var result = await TakeAsync(bytes, name);
        Assert.True(result is IntakeResult.Taken, result.ToString());
        using var file = ((IntakeResult.Taken)result).File;
        await file.KeepAsync(TestContext.Current.CancellationToken);
        return (file, await File.ReadAllBytesAsync(Store.Find(file.Hash)!, TestContext.Current.CancellationToken));
    }

    public async Task<IntakeResult.Refused> RefusedAsync(byte[] bytes, string name)
    {
        var result = await TakeAsync(bytes, name);
        (result as IntakeResult.Taken)?.File.Dispose();
        return Assert.IsType<IntakeResult.Refused>(result);
    }

    public async Task<IntakeResult> TakeAsync(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        return await Intake.TakeAsync(stream, name, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
