namespace Repository.Core.Content;

/// <summary>A name with something behind it, such as the number of a copy: where the two would be too long together, the name gives way. Pure.</summary>
public static class SuffixedName
{
    public static string Of(string name, string suffix)
    {
        var room = ContentValidation.MaxNameLength - suffix.Length;
        if (name.Length <= room) return name + suffix;
        // Half of a surrogate pair would be no character.
        if (char.IsHighSurrogate(name[room - 1])) room--;
        return name[..room].TrimEnd() + suffix;
    }
}
