using System.Text;

namespace OrderHotline.Hosts.Cli;

/// <summary>A list of people in CSV (https://www.rfc-editor.org/rfc/rfc4180), as a spreadsheet saves it.</summary>
static class UserList
{
    /// <summary>Its columns, in this order.</summary>
    public const string Columns = "login,first,last,mail,security profile,routing profile";

    /// <summary>Reads the list.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names the line and says what is wrong.</exception>
    public static IReadOnlyList<ListedUser> Read(FileInfo file)
    {
        var lines = InputFile.Text(file).ReplaceLineEndings("\n").Split('\n').Index().Where(line => line.Item.Trim().Length > 0).ToList();
        if (lines is not [(_, var heading), ..] || heading.Replace(" ", "", StringComparison.Ordinal) != Columns.Replace(" ", "", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{file.Name} must begin with the line {Columns}");
        }

        var users = new List<ListedUser>();
        foreach (var (index, line) in lines.Skip(1))
        {
            if (Fields(line) is not [{ Length: > 0 } login, { Length: > 0 } first, { Length: > 0 } last, var mail, { Length: > 0 } profile, { Length: > 0 } routing])
            {
                throw new InvalidDataException($"{file.Name}, line {index + 1}: it must have {Columns}, none of them empty.");
            }

            if (!mail.Contains('@', StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{file.Name}, line {index + 1}: {login} needs a mail address; a first password is chosen by way of it.");
            }

            if (users.Exists(user => user.Login.Equals(login, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidDataException($"{file.Name}, line {index + 1}: {login} is there twice.");
            }

            users.Add(new(login, first, last, mail, profile, routing));
        }

        return users.Count > 0 ? users : throw new InvalidDataException($"{file.Name} names nobody below its first line.");
    }

    // A comma in quotes is none between fields, and two quotes are one.
    static List<string> Fields(string line)
    {
        var (fields, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && isQuoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(line[at++]);
            }
            else if (line[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[at] == ',' && !isQuoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(line[at]);
            }
        }

        return [.. fields, field.ToString().Trim()];
    }
}

/// <summary>Somebody of a list.</summary>
/// <param name="Login">The name to log in with.</param>
/// <param name="First">The first name.</param>
/// <param name="Last">The last name.</param>
/// <param name="Mail">The mail address.</param>
/// <param name="SecurityProfile">What they may do, by its name.</param>
/// <param name="RoutingProfile">Which calls they get, by its name.</param>
sealed record ListedUser(string Login, string First, string Last, string Mail, string SecurityProfile, string RoutingProfile);
