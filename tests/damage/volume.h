#pragma once

#include <QTemporaryDir>

/// A small disk of its own in memory, mounted: its size is a limit, and it can be made read-only. Only the administrator
/// may mount; `isThere()` says whether it worked.
class Volume
{
public:
    explicit Volume(int kilobytes);
    ~Volume();
    Volume(const Volume &) = delete;
    Volume &operator=(const Volume &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    void setReadOnly(bool readOnly);
    /// Until not a byte fits any more.
    void fill();
    void makeRoom();

private:
    QTemporaryDir m_folder;
    int m_kilobytes;
    bool m_isThere = false;
};
