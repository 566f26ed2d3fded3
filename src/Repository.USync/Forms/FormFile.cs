using Repository.Core.Forms;
using Repository.USync.Files;
using Repository.USync.Schema;

namespace Repository.USync.Forms;

/// <summary>A form as a file of ours (docs/forms.md); the format Umbraco Forms deploys in is another.</summary>
internal sealed record FormFile(FormDefinition Definition) : ISchemaFile
{
    public const string Folder = "Forms";

    public static readonly FileKind<FormFile> Kind = new(Folder, "Form", root => new FormFile(FormFileReader.Read(root)), file => file.Definition.Key, file => file.Definition.Key.ToString());

    public Guid Key => Definition.Key;

    string ISchemaFile.Identity => Definition.Key.ToString();

    public string FileName => FileNames.Safe(Definition.Alias);

    public byte[] Write() => FormFileWriter.Write(Definition);
}
