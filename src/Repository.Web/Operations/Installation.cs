using Microsoft.Extensions.Logging.Abstractions;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Outreach;
using Repository.Core.Practices;
using Repository.Core.Schema;
using Repository.Storage;
using Repository.Storage.Files;
using Repository.USync;
using Repository.USync.Schema;
using Repository.Web.Media;
using Repository.Web.Media.Intake;
using Repository.Web.Media.Previews;
using Repository.Web.Media.Renditions.Making;
using Repository.Web.Media.Texts;

namespace Repository.Web.Operations;

/// <summary>What every command of the program works on: the configuration, the schema in its files, and the open store.</summary>
internal sealed record Installation(RepositoryOptions Options, ContentSchema Schema, ContentStore Store, TimeProvider Clock) : IAsyncDisposable
{
    private static readonly IItemRules[] Rules =
    [
        new PracticeSheet(), new MaterialAccessibility(),
        new ImageAccessibility("Image"), new ImageAccessibility("umbracoMediaVectorGraphics"), RecordingAccessibility.Audio, RecordingAccessibility.Video,
    ];

    public EditorRegistry Editors { get; } = BuiltInEditors.Registry;

    public ContentValidation Validation { get; } = ValidationOf(Schema);

    /// <summary>The files of media items, by their hash.</summary>
    public FileStore Files { get; } = new(Options.FilesPath, Clock);

    /// <summary>What was read in them.</summary>
    public FileTexts Texts { get; } = new(Options.TextsPath);

    public MediaIntake Intake => new(Files, Options.MaxFileSize);

    /// <summary>For commands, as <see cref="Writer"/> is.</summary>
    public MediaShelf Shelf => new(Store, new ContentEditing(Writer, Validation), Validation);

    /// <summary>For commands, as <see cref="Writer"/> is.</summary>
    public PreviewTending Previews
    {
        get
        {
            var folders = Environment.GetEnvironmentVariable("PATH");
            return new(Store, new ContentEditing(Writer, Validation), Validation, Files, Intake, new PreviewDrawing(new Vips(folders), new Poppler(folders)), NullLogger<PreviewTending>.Instance);
        }
    }

    /// <summary>Changes whenever answers may look different without any content having changed.</summary>
    public string Fingerprint { get; } = Operations.Fingerprint.Of(Options, Schema);

    public static async Task<Installation> OpenAsync(RepositoryOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var schema = LoadSchema(options);
        Directory.CreateDirectory(options.DataPath);
        var installation = new Installation(options, schema, await Database.OpenAsync(options.Database, options.DataPath, clock, cancellation), clock);
        installation.Files.ClearLeftovers();
        return installation;
    }

    /// <summary>The schema, or a refusal that names every file, element and reason.</summary>
    public static ContentSchema LoadSchema(RepositoryOptions options) => new USyncFolder(options.USyncPath).ReadSchema(BuiltInEditors.Registry) switch
    {
        SchemaResult.Built built => built.Schema,
        SchemaResult.Refused refused => throw new StartRefusedException(string.Join('\n', refused.Problems)),
        _ => throw new InvalidOperationException("A schema is either built or refused."),
    };

    public static ContentValidation ValidationOf(ContentSchema schema) => new(schema, BuiltInEditors.Registry, Rules);

    /// <summary>Writing for commands, which serve nobody: a program that serves the same database sees it in its change log.</summary>
    public ContentWriter Writer => new(Store, new NobodyServed(), Clock);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
