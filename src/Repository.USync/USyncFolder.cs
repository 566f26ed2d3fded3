using System.Collections.Immutable;
using Repository.Core.Editors;
using Repository.Core.Forms;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.USync.Content;
using Repository.USync.Files;
using Repository.USync.Forms;
using Repository.USync.Schema;

namespace Repository.USync;

/// <summary>A folder of uSync 17: the schema and the content in it, read and written. Reading never throws on what stands in the files.</summary>
public sealed class USyncFolder(string path)
{
    public string Path => path;

    /// <summary>Does the folder say anything of a schema? Content may stand alone.</summary>
    public bool HasSchema => new LayeredFolder(path, []).Holds(SchemaFiles.Folders);

    /// <summary>Has this folder a schema of its own that another does not have in the same words?</summary>
    public bool HasAnotherSchemaThan(USyncFolder other) => HasSchema && !Texts().SetEquals(other.Texts());

    /// <summary>The schema, or everything that keeps its files from fitting together.</summary>
    public SchemaResult ReadSchema(EditorRegistry editors)
    {
        var problems = new List<SchemaProblem>();
        var folder = new LayeredFolder(path, problems);
        if (!folder.Exists) return new SchemaResult.Refused([NoLayer()]);
        var schema = new SchemaAssembly(SchemaFiles.Read(folder), editors, problems).Assemble();
        return schema is not null && problems.Count == 0 ? new SchemaResult.Built(schema) : new SchemaResult.Refused([.. problems]);
    }

    /// <summary>All content and media as a batch to import. Whether it may be imported is decided there; here only whether the files can be read.</summary>
    public (ImportBatch Batch, ImmutableArray<SchemaProblem> Problems) ReadContent(ContentSchema schema, string by)
    {
        var problems = new List<SchemaProblem>();
        var folder = new LayeredFolder(path, problems);
        if (!folder.Exists) return (new ImportBatch([], [], by), [NoLayer()]);
        var found = ContentKinds.All.Select(folder.Read).ToList();
        var items = found.SelectMany(kind => kind.Items).Select(item => ImportedContent.Item(item.File, item.Item, schema));
        var deletions = found.SelectMany(kind => kind.Actions).Select(ImportedContent.Deletion).OfType<ImportedDeletion>();
        return (new ImportBatch([.. items], [.. deletions], by), [.. problems]);
    }

    /// <summary>The forms that hold together, and everything that is wrong with the others.</summary>
    public (ImmutableArray<Form> Forms, ImmutableArray<SchemaProblem> Problems) ReadForms()
    {
        var problems = new List<SchemaProblem>();
        var forms = new List<Form>();
        foreach (var (file, item) in new LayeredFolder(path, problems).Read(FormFile.Kind).Items)
        {
            // What could not be read is told already; a definition made of stand-ins would only add to it.
            if (problems.Any(problem => problem.File == file)) continue;
            switch (Form.Compile(item.Definition))
            {
                case FormCompilation.Built built: forms.Add(built.Form); break;
                case FormCompilation.Refused refused: problems.AddRange(refused.Problems.Select(problem => new SchemaProblem(file, problem.Where, problem.Reason))); break;
            }
        }

        foreach (var same in forms.GroupBy(form => form.Definition.Alias, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
        {
            problems.Add(new SchemaProblem($"{LayeredFolder.Layer}/{FormFile.Folder}", same.Key, "Dos formularios tienen el mismo alias."));
        }

        return ([.. forms], [.. problems]);
    }

    /// <summary>Writes forms, so that their folder holds nothing else; a file that is as it should be is not touched.</summary>
    public void WriteForms(IEnumerable<FormDefinition> forms) => new WrittenLayer(System.IO.Path.Combine(path, LayeredFolder.Layer)).Write(
        [FormFile.Folder], forms.OrderBy(form => form.Key).Select(form => new FormFile(form)).Select(file => new WrittenFile(FormFile.Folder, file.FileName, file.Key, file.Write())));

    /// <summary>
    /// Writes the schema of another folder and some content into this one, so that it holds nothing else. The same content gives the same bytes;
    /// a file that is as it should be is not touched.
    /// </summary>
    /// <returns>The items that no XML file can hold. With any of them nothing is written.</returns>
    public ImmutableArray<SchemaProblem> Write(USyncFolder schemaSource, ContentSchema schema, IReadOnlyList<StoredItem> items)
    {
        var problems = new List<SchemaProblem>();
        var source = SchemaFiles.Read(new LayeredFolder(schemaSource.Path, problems));
        var (content, refused) = ContentFiles.Of(schema, items);
        if (problems.Count > 0 || !refused.IsEmpty) return [.. problems, .. refused];

        var layer = new WrittenLayer(System.IO.Path.Combine(path, LayeredFolder.Layer));
        // By key: of two names that differ only in letter case the same one gives way at every export, in whatever order the files were read.
        layer.Write(SchemaFiles.Folders, source.All.OrderBy(file => file.File.Key).Select(file => new WrittenFile(file.Folder, file.File.FileName, file.File.Key, file.File.Write())));
        layer.Write(ContentKinds.All.Select(kind => kind.Folder), content);
        layer.WriteConfig(ConfigFile.Ours.Write());
        // What was read from a base layer stands in the written one now. Left where it was, it would bring back what is no longer there.
        new WrittenLayer(System.IO.Path.Combine(path, LayeredFolder.BaseLayer)).Write([.. SchemaFiles.Folders, .. ContentKinds.All.Select(kind => kind.Folder)], []);
        return [];
    }

    /// <summary>What no file of an export will hold: values of fields, and all values of types, that the schema no longer has.</summary>
    public static ImmutableArray<SchemaProblem> LeftOut(ContentSchema schema, IReadOnlyList<StoredItem> items) => ContentFiles.LeftOut(schema, items);

    /// <summary>Writes content alone and leaves the schema files of the folder as they are.</summary>
    /// <returns>The items that no XML file can hold. With any of them nothing is written.</returns>
    public ImmutableArray<SchemaProblem> WriteContent(ContentSchema schema, IReadOnlyList<StoredItem> items)
    {
        var (content, refused) = ContentFiles.Of(schema, items);
        if (refused.IsEmpty) new WrittenLayer(System.IO.Path.Combine(path, LayeredFolder.Layer)).Write(ContentKinds.All.Select(kind => kind.Folder), content);
        return refused;
    }

    private SchemaProblem NoLayer() => new(path, "", $"La carpeta no tiene una subcarpeta «{LayeredFolder.Layer}».");

    private HashSet<string> Texts() => [.. SchemaFiles.Read(new LayeredFolder(path, [])).All.Select(file => $"{file.Folder} {Convert.ToHexString(file.File.Write())}")];
}
