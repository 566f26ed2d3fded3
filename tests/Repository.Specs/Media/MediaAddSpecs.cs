using System.Net;
using Repository.Core.Content;
using Repository.Specs.Commands;
using Repository.Specs.Delivery;
using Repository.Testing;

namespace Repository.Specs.Media;

/// <summary>Files brought at a terminal, and what the public gets of them.</summary>
public sealed class MediaAddSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Terminal _terminal;

    public MediaAddSpecs() => _terminal = new Terminal(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_picture_is_brought_with_its_words_and_served_clean()
    {
        var photo = _folder.CopyTo(RealFiles.Path("foto.jpg"), "Asamblea de la Milpa.JPG");

        var (code, output, errors) = await _terminal.RunAsync("media", "add", photo, "--folder", "Fotos/2026", "--alt", "Una asamblea.", "--credit", "Ana López", "--publish");

        Assert.True(code == 0, errors);
        Assert.True(File.Exists(photo));
        Assert.Matches(@"\A/media/[a-z0-9]{8}/asamblea-de-la-milpa\.jpg  [0-9a-f-]{36}\n\z", output);
        await using var site = await _terminal.ServeAsync();
        var (address, key) = Told(output);
        var item = await site.JsonAsync($"media/item/{key}");
        Assert.Equal("/fotos/2026/asamblea de la milpa/", item.Text("path"));
        Assert.Equal(("Image", "jpg", 64, 96), (item.Text("mediaType"), item.Text("extension"), item.GetProperty("width").GetInt32(), item.GetProperty("height").GetInt32()));
        Assert.Equal(("Una asamblea.", "Ana López"), (item.Property("altText").GetString(), item.Property("credit").GetString()));
        var file = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(item.GetProperty("bytes").GetInt64(), (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
        Assert.Equal($"\"{item.Property("fileHash").GetString()}\"", file.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task what_the_public_would_lack_is_asked_for_and_what_is_not_published_is_not_there()
    {
        var (refused, _, errors) = await _terminal.RunAsync("media", "add", RealFiles.Path("foto.png"), "--publish");
        var (hidden, output, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("foto.png"));
        var (decorative, shown, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("foto.webp"), "--decorative", "--publish");
        var (audio, _, unread) = await _terminal.RunAsync("media", "add", RealFiles.Path("voz.mp3"), "--publish");
        var (missing, list, _) = await _terminal.RunAsync("media", "missing");

        Assert.Equal((1, 0, 0, 1, 0), (refused, hidden, decorative, audio, missing));
        Assert.Contains("texto alternativo", errors, StringComparison.Ordinal);
        Assert.Contains("transcripción", unread, StringComparison.Ordinal);
        Assert.Contains(Told(output).Key.ToString(), list, StringComparison.Ordinal);
        await using var site = await _terminal.ServeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(Told(output).Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Told(shown).Address)).Status);
    }

    [Fact]
    public async Task a_replaced_file_keeps_its_folder_and_the_old_one_its_revision()
    {
        var (_, output, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("foto.jpg"), "--alt", "Antes.", "--publish");
        var (address, key) = Told(output);

        var (code, replaced, errors) = await _terminal.RunAsync("media", "replace", key.ToString(), RealFiles.Path("foto.png"));

        Assert.True(code == 0, errors);
        Assert.Equal((address.Replace("foto.jpg", "foto.png", StringComparison.Ordinal), key), Told(replaced));
        await using var site = await _terminal.ServeAsync();
        Assert.Equal("image/png", (await site.GetAsync(Told(replaced).Address)).Header("Content-Type"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(address)).Status);

        await site.RestoreRevisionAsync(key, 1);

        Assert.Equal("image/jpeg", (await site.GetAsync(address)).Header("Content-Type"));
    }

    [Fact]
    public async Task the_same_file_again_is_told_and_stored_once()
    {
        var (_, first, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("hoja.pdf"), "--publish");
        var before = Directory.GetFiles(_folder.File("data/files"), "*", SearchOption.AllDirectories).Length;

        var (code, second, told) = await _terminal.RunAsync("media", "add", RealFiles.Path("hoja.pdf"), "--name", "Otra hoja", "--publish");

        Assert.Equal(0, code);
        Assert.Contains($"«hoja» ({Told(first).Key})", told, StringComparison.Ordinal);
        Assert.NotEqual(Told(first).Address, Told(second).Address);
        Assert.Equal(before, Directory.GetFiles(_folder.File("data/files"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task a_recording_says_how_long_it_is_and_how_large()
    {
        await File.WriteAllTextAsync(_folder.File("voz.txt"), "Buenos días.", TestContext.Current.CancellationToken);
        var (_, sound, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("voz.mp3"), "--publish", "--transcript", _folder.File("voz.txt"));
        var (_, output, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("video.mp4"));
        var (item, revision) = await DraftAsync(Told(output).Key);

        Assert.Equal(("32", "24", "PT1S"), (revision.Value("umbracoWidth"), revision.Value("umbracoHeight"), revision.Value("duration")));
        Assert.True(item.Restricted);
        await using var site = await _terminal.ServeAsync();
        var told = await site.JsonAsync($"media/item/{Told(sound).Key}");
        Assert.Equal(("PT1S", new FileInfo(RealFiles.Path("voz.mp3")).Length), (told.Property("duration").GetString(), told.GetProperty("bytes").GetInt64()));
    }

    [Fact]
    public async Task the_words_of_a_file_can_be_had_at_a_terminal()
    {
        await File.WriteAllBytesAsync(_folder.File("acta.docx"), MadeFiles.Docx("Acta", "Se nombró al topil."), TestContext.Current.CancellationToken);
        var (_, output, _) = await _terminal.RunAsync("media", "add", _folder.File("acta.docx"));
        var (_, picture, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("foto.png"));

        var (code, text, errors) = await _terminal.RunAsync("media", "text", Told(output).Key.ToString());
        var (wordless, nothing, why) = await _terminal.RunAsync("media", "text", Told(picture).Key.ToString());

        Assert.True(code == 0, errors);
        Assert.Equal("Acta\nSe nombró al topil.\n", text);
        Assert.Equal((1, ""), (wordless, nothing));
        Assert.Contains("no hay texto", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_that_nothing_names_is_listed_and_removed_and_any_other_stays()
    {
        var (_, output, _) = await _terminal.RunAsync("media", "add", RealFiles.Path("foto.jpg"), "--alt", "Antes.", "--publish");
        await _terminal.RunAsync("media", "replace", Told(output).Key.ToString(), RealFiles.Path("foto.png"));
        var named = Files();
        var (young, old) = (Stray('a', hours: 1), Stray('b', hours: 25));
        foreach (var file in named) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-30));

        var (_, listed, _) = await _terminal.RunAsync("media", "orphans");
        var before = Files();
        var (code, removed, _) = await _terminal.RunAsync("media", "orphans", "--remove");

        Assert.Equal($"{new string('b', 64)}  5\n", listed);
        Assert.Contains(old, before);
        Assert.Equal((0, listed), (code, removed));
        Assert.Equal(named.Append(young).Order(StringComparer.Ordinal), Files());

        string[] Files() => [.. Directory.GetFiles(_folder.File("data/files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

        string Stray(char digit, int hours)
        {
            var path = _folder.File($"data/files/{new string(digit, 2)}/{new string(digit, 62)}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "nadie");
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-hours));
            return path;
        }
    }

    [Theory]
    [InlineData("no existe", "media", "add", "/nowhere/a.png")]
    [InlineData("qué archivos", "media", "add")]
    [InlineData("identificador", "media", "replace", "x")]
    [InlineData("identificador", "media", "text", "x")]
    [InlineData("identificador", "media", "text", "0f4cbd6f-6f43-4d9e-9c36-9b1f1e1f7a11")]
    [InlineData("vocabulario de licencias", "media", "add", "foto.png", "--licence", "mia", "--decorative")]
    public async Task what_makes_no_sense_is_said_in_words(string expected, params string[] words)
    {
        var (code, _, errors) = await _terminal.RunAsync([.. words.Select(word => word == "foto.png" ? RealFiles.Path(word) : word)]);

        Assert.Equal(1, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private async Task<(Item Item, ItemContent Content)> DraftAsync(Guid key)
    {
        await using var site = await _terminal.ServeAsync();
        return await site.Service<IContentStore>().ReadAsync(
            async store => await store.FindAsync(key) is { } item ? (item, (await store.RevisionAsync(key, item.Revision))!.Content) : throw new InvalidOperationException($"{key}"), TestContext.Current.CancellationToken);
    }

    private static (string Address, Guid Key) Told(string output) => output.Trim().Split("  ") is [var address, var key] ? (address, Guid.Parse(key)) : throw new InvalidOperationException(output);
}
