using System.Security.Cryptography;
using Repository.Testing;
using Repository.Web.Media.Intake;

namespace Repository.Web.Tests.Media;

/// <summary>What is taken in and what is not: decided by bytes, and told in words.</summary>
public sealed class MediaIntakeTests : IDisposable
{
    private readonly AnIntake _intake = new();

    public void Dispose() => _intake.Dispose();

    public static TheoryData<string, string, int, int> RealKinds => new()
    {
        { "foto.jpg", "Image", 64, 96 }, { "progresiva.jpg", "Image", 64, 96 }, { "foto.png", "Image", 64, 96 }, { "foto.webp", "Image", 64, 96 }, { "sinperdida.webp", "Image", 96, 64 },
        { "animacion.gif", "Image", 32, 24 }, { "hoja.pdf", "umbracoMediaArticle", 0, 0 }, { "voz.mp3", "umbracoMediaAudio", 0, 0 }, { "voz.ogg", "umbracoMediaAudio", 0, 0 },
        { "voz.opus", "umbracoMediaAudio", 0, 0 }, { "voz.m4a", "umbracoMediaAudio", 0, 0 }, { "video.mp4", "umbracoMediaVideo", 32, 24 }, { "video.webm", "umbracoMediaVideo", 32, 24 },
    };

    [Theory]
    [MemberData(nameof(RealKinds))]
    public async Task a_real_file_is_known_for_what_it_is_whatever_it_is_called(string file, string mediaType, int width, int height)
    {
        var extension = Path.GetExtension(file)[1..];

        var (asCalled, _) = await _intake.TakenAsync(RealFiles.Bytes(file), file);
        var (miscalled, _) = await _intake.TakenAsync(RealFiles.Bytes(file), "Mi Archivo.exe");

        Assert.Equal((mediaType, file), (asCalled.Kind.MediaType, asCalled.Name));
        Assert.Equal((width, height), (asCalled.Size?.Width ?? 0, asCalled.Size?.Height ?? 0));
        Assert.Equal(extension == "opus" ? "mi-archivo.ogg" : $"mi-archivo.{extension}", miscalled.Name);
        Assert.Equal(asCalled.Hash, miscalled.Hash);
    }

    [Fact]
    public async Task documents_tables_and_captions_are_known_too()
    {
        (string Name, byte[] Bytes)[] files =
        [
            ("a.docx", MadeFiles.Docx()), ("a.xlsx", MadeFiles.Xlsx()), ("a.odt", MadeFiles.OpenDocument("text")), ("a.ods", MadeFiles.OpenDocument("spreadsheet")),
            ("a.zip", MadeFiles.Zip("leeme.txt")), ("a.csv", MadeFiles.Text("clave,nombre\r\n1,Ñandú\r\n")), ("a.vtt", MadeFiles.Text("WEBVTT\n\n00:00.000 --> 00:01.000\nHola\n")),
            ("a.srt", MadeFiles.Text("1\r\n00:00:00,000 --> 00:00:01,000\r\nHola\r\n")), ("a.svg", MadeFiles.Svg),
        ];

        foreach (var (name, bytes) in files) Assert.Equal(name, (await _intake.TakenAsync(bytes, name)).File.Name);
    }

    public static TheoryData<string, byte[], string> Unfit => new()
    {
        { "vacio.png", [], "emptyFile" },
        { "pagina.html", MadeFiles.Text("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"), "unsupportedFile" },
        { "pagina.svg", MadeFiles.Text("<!DOCTYPE html><html><body><svg></svg><script>alert(1)</script></body></html>"), "unsupportedFile" },
        { "pagina.png", MadeFiles.Text("<html>"), "unsupportedFile" },
        { "tabla.csv", MadeFiles.Text("<script>alert(1)</script>"), "unsupportedFile" },
        { "tabla.csv", [0xC1, 0xE9, 0x2C, 0x41], "notUtf8" },
        { "tabla.csv", MadeFiles.Text("a,b\0c"), "notUtf8" },
        { "nota.txt", MadeFiles.Text("Hola"), "unsupportedFile" },
        { "programa.exe", MadeFiles.Text("MZ\u0090\0"), "unsupportedFile" },
        { "guion.sh", MadeFiles.Text("#!/bin/sh\nrm -rf /\n"), "unsupportedFile" },
        { "pelicula.mov", RealFiles.Bytes("video.mov"), "unsupportedFile" },
        { "plano.tif", [.. "II*\0"u8, 8, 0, 0, 0, .. new byte[40]], "unsupportedFile" },
        { "plano.tiff", [.. "MM\0*"u8, 0, 0, 0, 8, .. new byte[40]], "unsupportedFile" },
        { "plano.png", [.. "II*\0"u8, 8, 0, 0, 0, .. new byte[40]], "unsupportedFile" },
        { "dibujo.bmp", [.. "BM"u8, 70, 0, 0, 0, .. new byte[64]], "unsupportedFile" },
        { "datos.json", MadeFiles.Text("{\"a\":1}"), "unsupportedFile" },
        { "mapa.geojson", MadeFiles.Text("{\"type\":\"FeatureCollection\",\"features\":[]}"), "unsupportedFile" },
        { "voz.wav", [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[28]], "unsupportedFile" },
        { "foto.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8], "unsupportedFile" },
        { "presentacion.pptx", MadeFiles.Zip("[Content_Types].xml", "ppt/presentation.xml"), "unsupportedFile" },
        { "applet.jar", MadeFiles.Zip("META-INF/MANIFEST.MF"), "unsupportedFile" },
        { "libro.epub", MadeFiles.Zip(("mimetype", "application/epub+zip")), "unsupportedFile" },
        { "macros.docx", MadeFiles.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macros" },
        { "bomba.png", MadeFiles.Png(100_000, 100_000), "tooManyPixels" },
        { "bomba.png", MadeFiles.Png(int.MaxValue, 1), "tooManyPixels" },
        { "bomba.gif", MadeFiles.Gif(65_535, 65_535), "tooManyPixels" },
        { "bomba.jpg", MadeFiles.WithJpegSize(RealFiles.Bytes("foto.jpg"), 65_500, 65_500), "tooManyPixels" },
        { "cero.png", MadeFiles.Png(0, 10), "damagedFile" },
        { "mentira.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x7F, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, 0, 0], "damagedFile" },
        { "mentira.mp4", [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0, 0, 0, 0, 1, .. "moov"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "damagedFile" },
        { "mentira.pdf", MadeFiles.Text("%PDF-1.7\n1 0 obj"), "damagedFile" },
        { "mentira.zip", [.. "PK\u0003\u0004"u8, .. new byte[60]], "damagedFile" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task what_is_not_fit_is_refused_with_a_reason_and_leaves_nothing(string name, byte[] bytes, string code)
    {
        var refused = await _intake.RefusedAsync(bytes, name);

        Assert.Equal(code, refused.Code);
        Assert.EndsWith(".", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(_intake.Files);
    }

    [Fact]
    public async Task whoever_brings_a_file_of_another_kind_is_told_which_are_taken()
    {
        var refused = await _intake.RefusedAsync([.. "II*\0"u8, 8, 0, 0, 0, .. new byte[40]], "plano.tif");

        Assert.All(
            (string[])["JPEG", "PNG", "WebP", "GIF", "SVG", "PDF", "MP3", "OGG", "M4A", "MP4", "WebM", "VTT", "SRT", "DOCX", "ODT", "XLSX", "ODS", "CSV", "ZIP"],
            kind => Assert.Contains(kind, refused.Reason, StringComparison.Ordinal));
    }

    /// <summary>What an editor is offered to choose is what will be taken in.</summary>
    [Fact]
    public void the_schema_offers_what_the_intake_takes()
    {
        var offered = Directory.EnumerateFiles(ProjectFolder.Find("uSync/v17/DataTypes"), "Upload*.config")
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file)[File.ReadAllText(file).IndexOf('[', File.ReadAllText(file).IndexOf("fileExtensions", StringComparison.Ordinal))..], "\"([a-z0-9]+)\""))
            .Select(match => match.Groups[1].Value);

        var pictures = FileKind.All.Where(kind => kind.MediaType == "Image").SelectMany(kind => kind.Extensions);
        Assert.Equal(FileKind.All.SelectMany(kind => kind.Extensions).Except(pictures).Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("foto.jpg")]
    [InlineData("progresiva.jpg")]
    [InlineData("foto.png")]
    [InlineData("foto.webp")]
    [InlineData("sinperdida.webp")]
    [InlineData("animacion.gif")]
    [InlineData("hoja.pdf")]
    [InlineData("voz.ogg")]
    [InlineData("voz.m4a")]
    [InlineData("video.mp4")]
    public async Task a_file_that_breaks_off_anywhere_is_refused_and_never_a_failure(string file)
    {
        var whole = RealFiles.Bytes(file);

        for (var length = 12; length < whole.Length - 40; length += Math.Max(1, whole.Length / 40))
        {
            var refused = await _intake.RefusedAsync(whole[..length], file);
            Assert.True(refused.Code is "damagedFile" or "unsupportedFile", $"{length}: {refused}");
        }

        Assert.Empty(_intake.Files);
    }

    /// <summary>Algebra as well: whatever is taken in and cleaned is clean.</summary>
    [Fact]
    public async Task damaged_bytes_end_in_an_answer_whatever_they_are()
    {
        var random = new Random(20261126);
        foreach (var file in RealKinds.Select(row => row.Data.Item1))
        {
            for (var round = 0; round < 60; round++)
            {
                var damaged = RealFiles.Bytes(file);
                for (var hits = 0; hits < 4; hits++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                if (await _intake.TakeAsync(damaged, file) is not IntakeResult.Taken taken) continue;
                taken.File.Dispose();
                var (once, bytes) = await _intake.TakenAsync(damaged, file);
                Assert.Equal(once.Hash, (await _intake.TakenAsync(bytes, file)).File.Hash);
            }
        }

        Assert.DoesNotContain(_intake.Files, left => left.StartsWith(_intake.Store.Incoming, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("foto.jpg")]
    [InlineData("foto.png")]
    [InlineData("foto.webp")]
    [InlineData("animacion.gif")]
    public async Task what_hangs_behind_a_picture_is_cut_off(string file)
    {
        var zip = MadeFiles.Zip("META-INF/MANIFEST.MF");

        var (plain, _) = await _intake.TakenAsync(RealFiles.Bytes(file), file);
        var (polyglot, bytes) = await _intake.TakenAsync([.. RealFiles.Bytes(file), .. zip], file);

        Assert.Equal(plain.Hash, polyglot.Hash);
        Assert.True(bytes.AsSpan().IndexOf("META-INF"u8) < 0);
    }

    [Fact]
    public async Task names_in_an_archive_lead_nowhere()
    {
        var slip = MadeFiles.Zip("../../../../fuera.txt", "/etc/passwd", "..\\fuera.txt");

        var (file, bytes) = await _intake.TakenAsync(slip, "../../archivo.zip");

        Assert.Equal("archivo.zip", file.Name);
        Assert.Equal(slip, bytes);
        Assert.Single(_intake.Files);
    }

    [Theory]
    [InlineData("Asamblea Paso a Paso (versión FINAL).JPG", "asamblea-paso-a-paso-version-final.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\fotos\\niña & río.jpeg", "nina-rio.jpeg")]
    [InlineData("写真.png", "archivo.jpg")]
    [InlineData(".jpg", "archivo.jpg")]
    [InlineData("", "archivo.jpg")]
    [InlineData("a\0b\r\n.jpg", "a-b.jpg")]
    public void a_name_is_made_fit_for_an_address(string given, string expected) => Assert.Equal(expected, MediaFileName.Of(given, FileKind.Jpeg));

    [Fact]
    public async Task the_same_bytes_are_stored_once()
    {
        var (first, _) = await _intake.TakenAsync(RealFiles.Bytes("hoja.pdf"), "a.pdf");
        var (second, bytes) = await _intake.TakenAsync(RealFiles.Bytes("hoja.pdf"), "b.pdf");

        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), second.Hash.Hex);
        Assert.EndsWith($"{second.Hash.Hex[..2]}/{second.Hash.Hex[2..]}", Assert.Single(_intake.Files), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_stream_that_never_ends_is_refused_at_the_limit()
    {
        using var small = new AnIntake(maxFileSize: 1_000_000);
        using var endless = new EndlessStream();

        var result = await small.Intake.TakeAsync(endless, "a.mp4", TestContext.Current.CancellationToken);

        Assert.Equal("fileTooLarge", Assert.IsType<IntakeResult.Refused>(result).Code);
        Assert.True(endless.Given < 1_500_000);
        Assert.Empty(small.Files);
    }

    [Fact]
    public async Task a_stream_that_breaks_leaves_nothing()
    {
        using var broken = new EndlessStream(failAfter: 400_000);

        await Assert.ThrowsAsync<IOException>(() => _intake.Intake.TakeAsync(broken, "a.mp4", TestContext.Current.CancellationToken));

        Assert.Empty(_intake.Files);
    }

    [Fact]
    public void leftovers_of_the_dead_are_cleared_and_files_being_written_stay()
    {
        using var beingWritten = _intake.Store.Receive();
        var left = Path.Combine(_intake.Store.Incoming, "left.part");
        File.WriteAllText(left, "half");

        _intake.Store.ClearLeftovers();

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(beingWritten.Content.Name));
    }
}
