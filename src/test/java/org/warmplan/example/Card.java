package org.warmplan.example;

/** The cards of the made-up network, as NVML names them, with MiB and compute capability. */
enum Card {
    RTX_5090("NVIDIA GeForce RTX 5090", 32607, 12, 0),
    RTX_4090("NVIDIA GeForce RTX 4090", 24564, 8, 9),
    RTX_3090("NVIDIA GeForce RTX 3090", 24576, 8, 6),
    RTX_4070TIS("NVIDIA GeForce RTX 4070 Ti SUPER", 16376, 8, 9),
    RTX_6000ADA("NVIDIA RTX 6000 Ada Generation", 49140, 8, 9),
    RTX_PRO6000("NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition", 97887, 12, 0),
    RTX_A4000("NVIDIA RTX A4000", 16376, 8, 6),
    A100("NVIDIA A100-SXM4-40GB", 40960, 8, 0),
    P4("Tesla P4", 7680, 6, 1);

    private final String nvmlName;
    private final long mib;
    private final int major;
    private final int minor;

    Card(String nvmlName, long mib, int major, int minor) {
        this.nvmlName = nvmlName;
        this.mib = mib;
        this.major = major;
        this.minor = minor;
    }

    String nvmlName() {
        return nvmlName;
    }

    long mib() {
        return mib;
    }

    int major() {
        return major;
    }

    int minor() {
        return minor;
    }
}
