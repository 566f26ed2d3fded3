using System.Text;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Testing;
using Repository.USync.Schema;

namespace Repository.USync.Tests.Schema;

/// <summary>A copy of the project's own schema files, to be spoilt.</summary>
internal sealed class AFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AFolder()
    {
        foreach (var kind in (string[])["ContentTypes", "DataTypes", "Dictionary", "Domains", "Languages", "MediaTypes"])
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(ProjectFolder.Find("uSync/v17"), kind)))
            {
                Directory.CreateDirectory(Path.Combine(V17, kind));
                File.Copy(file, Path.Combine(V17, kind, Path.GetFileName(file)));
            }
        }
    }

    public string Root => _folder.Path;

    public string V17 => Path.Combine(_folder.Path, "v17");

    public string Read(string file) => File.ReadAllText(Path.Combine(V17, file));

    public AFolder Write(string file, string text)
    {
        var path = Path.Combine(V17, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return this;
    }

    /// <summary>Replaces a text that must be there.</summary>
    public AFolder Change(string file, string old, string now)
    {
        var text = Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(file, text.Replace(old, now, StringComparison.Ordinal));
    }

    public SchemaResult ReadSchema() => new USyncFolder(Root).ReadSchema(BuiltInEditors.Registry);

    public ContentSchema Built() => ReadSchema() is SchemaResult.Built built ? built.Schema : throw new InvalidOperationException(string.Join('\n', Problems()));

    public IReadOnlyList<SchemaProblem> Problems() => ReadSchema() is SchemaResult.Refused refused ? refused.Problems : [];

    public void Dispose() => _folder.Dispose();
}
