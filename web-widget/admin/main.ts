import '../src/admin/kepu-admin';

document.body.append(document.createElement('kepu-admin'));
