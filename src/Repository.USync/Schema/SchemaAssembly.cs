using System.Collections.Frozen;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.USync.Schema;

/// <summary>Makes one schema out of its files, or says what does not fit together.</summary>
internal sealed class SchemaAssembly(SchemaFiles files, EditorRegistry editors, ICollection<SchemaProblem> problems)
{
    /// <summary>Null when something is so broken that nothing can be made of it; otherwise the problems tell whether it may be used.</summary>
    public ContentSchema? Assemble()
    {
        var languages = new LanguageAssembly(files, problems);
        var dataTypes = new DataTypeAssembly(files.DataTypes, editors, problems);
        var types = new TypeAssembly(files, dataTypes.ByKey, problems).Assemble();
        dataTypes.CheckTypes(types);
        if (problems.Count > 0) return null;
        return new ContentSchema(types, dataTypes.ByKey.Values, languages.Languages, languages.Prefixes, languages.Dictionary) { Hosts = languages.Hosts.ToFrozenDictionary(host => host.Host, host => host.Tag, StringComparer.OrdinalIgnoreCase) };
    }
}
